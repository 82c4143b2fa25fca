import { addDays, plainDate } from "@rehab/domain/time/plain-date";
import { eq } from "drizzle-orm";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import { insertRows } from "../src/db/insert-rows.ts";
import { projectRegister } from "../src/modules/enrollees/project-register.ts";
import type { NoShowWorld } from "./no-show-world.ts";

interface ServingOptions {
  readonly reportedOn: string;
  readonly name?: string;
  readonly at?: "a" | "b";
  readonly sex?: "male" | "female";
}

/** Registers somebody who reported in on a day and signed on the next; the order came two days before. */
export async function serveTerm(county: NoShowWorld, options: ServingOptions): Promise<string> {
  const { reportedOn, ...person } = options;
  const day = plainDate(reportedOn);
  const id = await county.insertPerson({ ...person, receivedOn: addDays(day, -2) });
  const { services } = county.world;
  const { db, county: place, law, clock } = services;
  await db.write({ countyCode: place.code, people: systemActor.scope }, async (tx) => {
    const [record] = await tx.select().from(tables.caseRecord).where(eq(tables.caseRecord.enrolleeId, id));
    if (record === undefined) throw new Error("nobody was registered");
    const own = {
      countyCode: place.code,
      stationId: record.stationId,
      enrolleeId: id,
      caseId: record.id,
    };
    await insertRows(tx, tables.caseEvent, [
      { id: newId(), ...own, kind: "reported", happenedOn: day },
      { id: newId(), ...own, kind: "agreement_signed", happenedOn: addDays(day, 1) },
    ]);
    await projectRegister(tx, [id], { law, today: clock.today() });
  });
  return id;
}

/** What a caseworker sends. */
export const paper = { paperNumber: null, paperOn: "2021-12-01", paperBy: "甲中心站", pages: 1 };
export const suspended = (changes: object = {}) => ({
  id: newId(),
  kind: "suspended",
  on: "2021-11-01",
  ground: "detained",
  proof: "拘留通知书〔2021〕1号",
  note: null,
  ...paper,
  ...changes,
});
export const resumed = (changes: object = {}) => ({
  id: newId(),
  kind: "resumed",
  on: "2021-11-16",
  proof: "释放证明书",
  note: null,
  ...paper,
  ...changes,
});
export const risk = (changes: object = {}) => ({
  id: newId(),
  kind: "risk_set",
  on: "2021-12-01",
  level: "high",
  factors: ["drug", "family"],
  basis: "独居，曾多次复吸",
  note: null,
  ...changes,
});
export const search = (changes: object = {}) => ({
  id: newId(),
  happenedOn: "2021-12-10",
  method: "call",
  outcome: "not_reached",
  madeBy: "甲一",
  content: null,
  ...changes,
});
export const lost = (attemptIds: string[], changes: object = {}) => ({
  id: newId(),
  kind: "lost_contact",
  on: "2021-12-12",
  attemptIds,
  note: null,
  ...paper,
  ...changes,
});
export const release = (changes: object = {}) => ({
  id: newId(),
  number: "测公解〔2021〕1号",
  decidedOn: "2021-12-31",
  organ: "测试县公安局",
  on: "2021-12-31",
  pages: 1,
  note: null,
  ...changes,
});
export const termination = (changes: object = {}) => ({
  ...release(),
  ground: "compulsory_isolation",
  number: "测公强戒决字〔2021〕1号",
  on: "2021-12-20",
  ...changes,
});

export interface Refusal {
  readonly code: string;
  readonly detail?: string;
  readonly errors?: { pointer: string; detail: string }[];
}

/** The fields that a refusal is about. */
export const fieldsOf = (refusal: Refusal) =>
  (refusal.errors ?? []).map(({ pointer }) => pointer.replace("/body", ""));

export const hospitalised = (changes: object = {}) => ({
  id: newId(),
  kind: "hospitalised",
  on: "2021-11-01",
  hospital: "测试县人民医院",
  proof: "住院证明2021-11",
  note: null,
  ...changes,
});
export const discharged = (changes: object = {}) => ({
  ...hospitalised(),
  kind: "discharged",
  on: "2021-11-20",
  proof: "出院小结",
  ...changes,
});
export const releaseRequest = (changes: object = {}) => ({
  id: newId(),
  kind: "release_request",
  number: "测司社函〔2021〕3号",
  issuedOn: "2021-12-30",
  issuedBy: "甲中心站",
  addressee: "测试县公安局",
  pages: 1,
  note: null,
  ...changes,
});
