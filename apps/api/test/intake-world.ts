import { plainDate } from "@rehab/domain/time/plain-date";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import { sortKeyOf } from "../src/core/pinyin.ts";
import { tables } from "../src/db/client.ts";
import type { Tx } from "../src/db/client.ts";
import { insertRows } from "../src/db/insert-rows.ts";
import { projectRegister } from "../src/modules/enrollees/project-register.ts";
import type { AppWorld, Caller } from "./app-world.ts";

/** A person whom the police handed over, with the case. */
export interface HandedOver {
  readonly enrolleeId: string;
  readonly caseId: string;
}

/** Writes as the office itself. */
export function write<T>({ services }: AppWorld, work: (tx: Tx) => Promise<T>): Promise<T> {
  return services.db.write({ countyCode: services.county.code, people: systemActor.scope }, work);
}

/**
 * Somebody without an ID number who received an order on 20 December 2021, was handed over on Thursday the 23rd and
 * assigned to station A the same day.
 */
export async function handOver(
  world: AppWorld,
  more: { readonly name?: string; readonly received?: string; readonly township?: string } = {},
): Promise<HandedOver> {
  const { services, stations, staff } = world;
  const countyCode = services.county.code;
  const { name = "周小凤", received = "2021-12-20" } = more;
  const enrolleeId = newId();
  const caseId = newId();
  const ofPerson = { countyCode, stationId: stations.a, enrolleeId };
  await write(world, async (tx) => {
    await insertRows(tx, tables.enrollee, [
      {
        id: enrolleeId,
        countyCode,
        stationId: stations.a,
        townshipId: more.township ?? null,
        caseworkerId: staff.a,
        name,
        nameSort: sortKeyOf(name),
        provisional: true,
      },
    ]);
    await insertRows(tx, tables.caseRecord, [
      {
        ...ofPerson,
        id: caseId,
        sequence: 1,
        measure: "community_detox",
        orderNumber: `测公社戒决字〔2021〕${caseId.slice(-6)}号`,
        orderedOn: plainDate(received),
        receivedOn: plainDate(received),
        handedOffOn: plainDate("2021-12-23"),
        termMonths: 36,
      },
    ]);
    await insertRows(tx, tables.handoff, [{ ...ofPerson, caseId, source: "list", papers: ["order_copy"] }]);
    await insertRows(tx, tables.caseEvent, [
      { ...ofPerson, id: newId(), caseId, kind: "assigned", happenedOn: plainDate("2021-12-23") },
    ]);
    await projectRegister(tx, [enrolleeId], { law: services.law, today: services.clock.today() });
  });
  return { enrolleeId, caseId };
}

/** Sends a body as somebody and answers status and JSON. */
export async function send(
  world: AppWorld,
  caller: Caller,
  method: "GET" | "POST" | "PUT",
  url: string,
  payload?: Record<string, unknown>,
): Promise<{ status: number; body: Record<string, unknown> & { code?: string } }> {
  const answer = await world.call(caller, {
    method,
    url: `/api/v1${url}`,
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: answer.json() };
}

/** The audit entries of an action about a person. */
export async function auditOf(world: AppWorld, action: string, subjectId: string) {
  const { services } = world;
  return services.db.read({ countyCode: services.county.code, people: systemActor.scope }, async (tx) => {
    const entries = await tx.select().from(tables.auditEntry);
    return entries.filter((entry) => entry.action === action && entry.subjectId === subjectId);
  });
}
