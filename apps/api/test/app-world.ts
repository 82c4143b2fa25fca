import { plainDate } from "@rehab/domain/time/plain-date";
import type { Role } from "@rehab/schema/access/role";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { buildApp } from "../src/app.ts";
import { systemActor } from "../src/core/actor.ts";
import { createKeyring, createValueCipher } from "../src/core/cipher.ts";
import { CountyLaw } from "../src/core/county-law.ts";
import { MovableClock } from "../src/core/clock.ts";
import { newId } from "../src/core/ids.ts";
import { hashPassword } from "../src/core/password.ts";
import { sortKeyOf } from "../src/core/pinyin.ts";
import type { Services } from "../src/core/use-case.ts";
import { openDatabase, tables } from "../src/db/client.ts";
import type { Tx } from "../src/db/client.ts";
import { insertRows } from "../src/db/insert-rows.ts";
import { ensureCounty } from "../src/modules/county/ensure-county.ts";
import { projectRegister } from "../src/modules/enrollees/project-register.ts";
import { idKey, lastFourKey, searchKeysOf } from "../src/modules/enrollees/search-keys.ts";
import { callerOf } from "./caller-of.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";

export const password = "Lantern-2021";
const countyCode = "999901";

/** Who calls: a role, and for a caseworker the station. */
export type Caller = "anonymous" | "caseworkerA" | "caseworkerB" | "supervisor" | "admin" | "adminSupervisor";

/** A county of two stations with people at both, served by the real application on a real database. */
export interface AppWorld {
  readonly app: FastifyInstance;
  readonly services: Services;
  readonly database: TestDatabase;
  readonly stations: { readonly a: string; readonly b: string };
  /** The one member of staff of each station: whoever is registered there has this owner. */
  readonly staff: { readonly a: string; readonly b: string };
  readonly people: { readonly atA: string; readonly alsoAtA: string; readonly atB: string };
  /** Sends a request as somebody, with session cookie and CSRF token. */
  call(caller: Caller, request: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

export const samplePerson = { name: "曾小明", idNumber: "430624190001010010", phone: "13900000001" };

export async function createAppWorld(
  options: { log?: (line: string) => void; mode?: "training" | "production" } = {},
): Promise<AppWorld> {
  const database = await createTestDatabase();
  const county = { code: countyCode, name: "测试县", mode: options.mode ?? "training" };
  const services: Services = {
    db: openDatabase(database.url, { countyCode }),
    clock: new MovableClock(new Date("2021-12-31T09:00:00+08:00")),
    cipher: createValueCipher(createKeyring(), "aes-256-gcm"),
    county,
    law: new CountyLaw(),
  };
  await ensureCounty(services.db, county, services.clock.now());
  const stations = { a: newId(), b: newId() };
  const staff = { a: newId(), b: newId() };
  const people = { atA: newId(), alsoAtA: newId(), atB: newId() };
  const passwordHash = await hashPassword(password);
  await services.db.write({ countyCode, people: systemActor.scope }, async (tx) => {
    await insertCounty(tx, stations, staff);
    await insertAccounts(tx, stations, passwordHash);
    await insertPerson(tx, services, {
      id: people.atA,
      stationId: stations.a,
      caseworkerId: staff.a,
      ...samplePerson,
    });
    await insertPerson(tx, services, {
      id: people.alsoAtA,
      stationId: stations.a,
      caseworkerId: staff.a,
      name: "黎安",
      idNumber: "110105194912310021",
      phone: "13900000002",
    });
    await insertPerson(tx, services, {
      id: people.atB,
      stationId: stations.b,
      caseworkerId: staff.b,
      name: "单雄",
      idNumber: "440524188001010014",
      phone: "13900000003",
    });
    await projectRegister(tx, Object.values(people), { law: services.law, today: services.clock.today() });
  });

  const app = await buildApp({
    services,
    lifetime: { idleMinutes: 30, absoluteHours: 12 },
    logLevel: options.log === undefined ? "silent" : "trace",
    trustProxy: false,
    ...(options.log === undefined ? {} : { logStream: { write: options.log } }),
  });
  return {
    app,
    services,
    database,
    stations,
    staff,
    people,
    call: callerOf(app, password),
    close: async () => {
      await app.close();
      await services.db.close();
      await database.drop();
    },
  };
}

async function insertCounty(tx: Tx, stations: AppWorld["stations"], staff: AppWorld["staff"]): Promise<void> {
  await insertRows(tx, tables.station, [
    { id: stations.a, countyCode, name: "甲中心站", position: 1 },
    { id: stations.b, countyCode, name: "乙中心站", position: 2 },
  ]);
  await insertRows(tx, tables.staffMember, [
    { id: staff.a, countyCode, name: "甲一", post: "专干", stationId: stations.a, position: 1 },
    { id: staff.b, countyCode, name: "乙一", post: "专干", stationId: stations.b, position: 2 },
  ]);
}

async function insertAccounts(tx: Tx, stations: AppWorld["stations"], passwordHash: string): Promise<void> {
  const accounts: { username: string; roles: Role[]; stationId: string | null }[] = [
    { username: "caseworkera", roles: ["caseworker"], stationId: stations.a },
    { username: "caseworkerb", roles: ["caseworker"], stationId: stations.b },
    { username: "supervisor", roles: ["supervisor"], stationId: null },
    { username: "admin", roles: ["admin"], stationId: null },
    { username: "adminsupervisor", roles: ["admin", "supervisor"], stationId: null },
  ];
  await insertRows(
    tx,
    tables.account,
    accounts.map((account) => ({
      ...account,
      id: newId(),
      countyCode,
      displayName: account.username,
      passwordHash,
      mustChangePassword: false,
    })),
  );
}

async function insertPerson(
  tx: Tx,
  { cipher }: Services,
  person: {
    id: string;
    stationId: string;
    caseworkerId: string;
    name: string;
    idNumber: string;
    phone: string;
  },
): Promise<void> {
  const { id, stationId, caseworkerId, name, idNumber, phone } = person;
  const caseId = newId();
  const ofCase = { countyCode, stationId, enrolleeId: id, caseId };
  const day = plainDate("2021-06-01");
  const orderNumber = `测公社戒决字〔2021〕${idNumber.slice(-3)}号`;
  await insertRows(tx, tables.enrollee, [
    {
      id,
      countyCode,
      stationId,
      caseworkerId,
      name,
      nameSort: sortKeyOf(name),
      idNumberCipher: cipher.encrypt(idNumber),
      idNumberHash: Buffer.from(idKey(idNumber, cipher), "hex"),
      idLastFourHash: Buffer.from(lastFourKey(idNumber.slice(-4), cipher), "hex"),
      phoneCipher: cipher.encrypt(phone),
    },
  ]);
  await insertRows(tx, tables.caseRecord, [
    {
      id: caseId,
      countyCode,
      stationId,
      enrolleeId: id,
      sequence: 1,
      measure: "community_detox",
      orderNumber,
      orderedOn: day,
      receivedOn: day,
      termMonths: 36,
    },
  ]);
  await insertRows(tx, tables.caseEvent, [
    { id: newId(), ...ofCase, kind: "reported", happenedOn: plainDate("2021-06-03") },
    { id: newId(), ...ofCase, kind: "agreement_signed", happenedOn: plainDate("2021-06-04") },
  ]);
  await insertRows(tx, tables.drugTest, [
    { id: newId(), ...ofCase, method: "urine", happenedOn: plainDate("2021-12-01"), result: "negative" },
  ]);
  await insertRows(tx, tables.visit, [
    { id: newId(), ...ofCase, method: "home_visit", happenedOn: plainDate("2021-12-10"), content: "家访" },
  ]);
  await insertRows(tx, tables.leave, [
    {
      id: newId(),
      ...ofCase,
      leftOn: plainDate("2021-10-01"),
      dueBackOn: plainDate("2021-10-05"),
      returnedOn: plainDate("2021-10-05"),
    },
  ]);
  await insertRows(
    tx,
    tables.enrolleeSearchKey,
    searchKeysOf({ name, idNumber, orderNumbers: [orderNumber] }, cipher).map((key) => ({
      ...key,
      countyCode,
      stationId,
      enrolleeId: id,
      nameSort: sortKeyOf(name),
    })),
  );
}
