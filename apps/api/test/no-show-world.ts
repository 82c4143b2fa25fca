import type { Measure } from "@rehab/domain/supervision/measure";
import { plainDate } from "@rehab/domain/time/plain-date";
import type { NoShowFile } from "@rehab/schema/no-shows";
import { inventedIdentity } from "@rehab/testkit/invented-numbers";
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import { sortKeyOf } from "../src/core/pinyin.ts";
import { tables } from "../src/db/client.ts";
import { insertRows } from "../src/db/insert-rows.ts";
import { createAccount } from "../src/modules/accounts/create-account.ts";
import { projectRegister } from "../src/modules/enrollees/project-register.ts";
import { idKey, lastFourKey } from "../src/modules/enrollees/search-keys.ts";
import { callerOf } from "./caller-of.ts";
import { createAppWorld, password } from "./app-world.ts";
import type { AppWorld } from "./app-world.ts";

/**
 * The county of two stations with people who have not reported in. Today is 2021-12-31: whoever received the order on
 * 2021-12-06 had until 2021-12-21, whoever received it on 2021-12-20 has until 2022-01-04.
 */
export interface NoShowWorld {
  readonly world: AppWorld;
  /** Sends a request as somebody of the county, or as `both`: caseworker of station A and supervisor. */
  call(caller: string, request: InjectOptions): Promise<LightMyRequestResponse>;
  /** Registers one more person who has not reported in. */
  insertPerson(person: PersonOptions): Promise<string>;
  post(caller: string, id: string, path: string, body: object): Promise<LightMyRequestResponse>;
  file(id: string, caller?: string): Promise<NoShowFile>;
  close(): Promise<void>;
}

interface PersonOptions {
  readonly at?: "a" | "b";
  readonly measure?: Measure;
  readonly receivedOn?: string;
  readonly name?: string;
  readonly sex?: "male" | "female";
}

export async function createNoShowWorld(): Promise<NoShowWorld> {
  const world = await createAppWorld();
  const { services, stations, staff } = world;
  const { db, county, cipher, law, clock } = services;
  await createAccount(services, systemActor, {
    id: newId(),
    username: "both",
    displayName: "兼任",
    roles: ["caseworker", "supervisor"],
    stationId: stations.a,
    password,
    mustChangePassword: false,
  });
  const call = callerOf(world.app, password);
  let made = 0;

  const insertPerson = async (options: PersonOptions): Promise<string> => {
    const { at = "a", measure = "community_detox", receivedOn = "2021-12-06", name = "迟未到" } = options;
    const { sex = "male" } = options;
    made += 1;
    const { idNumber, birthDate } = inventedIdentity(made, sex);
    const id = newId();
    const day = plainDate(receivedOn);
    await db.write({ countyCode: county.code, people: systemActor.scope }, async (tx) => {
      await insertRows(tx, tables.enrollee, [
        {
          id,
          countyCode: county.code,
          stationId: stations[at],
          caseworkerId: staff[at],
          name,
          nameSort: sortKeyOf(name),
          sex,
          birthDate,
          idNumberCipher: cipher.encrypt(idNumber),
          idNumberHash: Buffer.from(idKey(idNumber, cipher), "hex"),
          idLastFourHash: Buffer.from(lastFourKey(idNumber.slice(-4), cipher), "hex"),
          residence: "测试县甲镇一村",
        },
      ]);
      await insertRows(tx, tables.caseRecord, [
        {
          id: newId(),
          countyCode: county.code,
          stationId: stations[at],
          enrolleeId: id,
          sequence: 1,
          measure,
          orderNumber: `测公社决字〔2021〕${900 + made}号`,
          orderOrgan: "测试县公安局",
          orderedOn: day,
          receivedOn: day,
          termMonths: 36,
        },
      ]);
      await projectRegister(tx, [id], { law, today: clock.today() });
    });
    return id;
  };

  return {
    world,
    call,
    insertPerson,
    post: (caller, id, path, payload) =>
      call(caller, { method: "POST", url: `/api/v1/no-shows/${id}${path}`, payload }),
    file: async (id, caller = "caseworkerA") =>
      (await call(caller, { url: `/api/v1/no-shows/${id}` })).json<NoShowFile>(),
    close: () => world.close(),
  };
}

export const attempt = (changes: object = {}) => ({
  id: newId(),
  happenedOn: "2021-12-22",
  method: "call",
  outcome: "not_reached",
  madeBy: "甲一",
  content: "无人接听",
  ...changes,
});

export const paper = (kind: "no_show_warning" | "no_show_certificate", changes: object = {}) => ({
  id: newId(),
  kind,
  number: "测司告〔2021〕1号",
  issuedOn: "2021-12-23",
  issuedBy: "甲中心站",
  pages: 1,
  note: null,
  ...changes,
});

export const serviceOf = (changes: object = {}) => ({
  id: newId(),
  servedOn: "2021-12-24",
  method: "direct",
  place: "一村家中",
  receivedBy: null,
  relation: null,
  refusal: null,
  witness: null,
  servers: ["甲一", "甲二"],
  note: null,
  ...changes,
});

export const referral = (changes: object = {}) => ({
  id: newId(),
  letterNumber: "测司移〔2021〕1号",
  organ: "测试县公安局禁毒大队",
  note: null,
  ...changes,
});

/** Brings a person's packet together by the requests that a caseworker sends. */
export async function fillPacket(
  county: Pick<NoShowWorld, "post">,
  id: string,
  caller = "caseworkerA",
): Promise<void> {
  const warning = paper("no_show_warning");
  await county.post(caller, id, "/attempts", attempt());
  await county.post(caller, id, "/documents", warning);
  await county.post(caller, id, `/documents/${warning.id}/receipts`, serviceOf());
  await county.post(caller, id, "/documents", paper("no_show_certificate", { issuedOn: "2021-12-27" }));
}
