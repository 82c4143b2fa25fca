import type { BreachFile } from "@rehab/schema/breaches";
import { plainDate } from "@rehab/domain/time/plain-date";
import { eq } from "drizzle-orm";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import { insertRows } from "../src/db/insert-rows.ts";
import { projectRegister } from "../src/modules/enrollees/project-register.ts";
import { createNoShowWorld, serviceOf } from "./no-show-world.ts";
import type { NoShowWorld } from "./no-show-world.ts";

type PersonOptions = Parameters<NoShowWorld["insertPerson"]>[0];

/** The county of two stations with people in their term. Today is 2021-12-31. */
export interface BreachWorld extends Omit<NoShowWorld, "post" | "file"> {
  /** Registers one more person who reported in and signed in January 2021. */
  insertEnrolled(person?: PersonOptions): Promise<string>;
  /** Puts tests of these days, each refused, into the person's ledger. */
  insertRefusals(id: string, days: readonly string[]): Promise<void>;
  post(caller: string, id: string, path: string, body: object): ReturnType<NoShowWorld["post"]>;
  file(id: string, caller?: string): Promise<BreachFile>;
}

export async function createBreachWorld(): Promise<BreachWorld> {
  const county = await createNoShowWorld();
  const { db, county: settings, law, clock } = county.world.services;

  const write = (id: string, rows: (fact: () => object) => readonly [object, readonly object[]][]) =>
    db.write({ countyCode: settings.code, people: systemActor.scope }, async (tx) => {
      const [record] = await tx.select().from(tables.caseRecord).where(eq(tables.caseRecord.enrolleeId, id));
      if (record === undefined) throw new Error("the person has no case");
      const { id: caseId, stationId } = record;
      const fact = () => ({ id: newId(), countyCode: settings.code, stationId, enrolleeId: id, caseId });
      for (const [table, values] of rows(fact)) await insertRows(tx, table as never, values as never);
      await projectRegister(tx, [id], { law, today: clock.today() });
    });

  return {
    ...county,
    insertEnrolled: async (options = {}) => {
      const id = await county.insertPerson({ receivedOn: "2021-01-04", name: "常违约", ...options });
      await write(id, (fact) => [
        [
          tables.caseEvent,
          [
            { ...fact(), kind: "reported", happenedOn: plainDate("2021-01-11") },
            { ...fact(), kind: "agreement_signed", happenedOn: plainDate("2021-01-12") },
          ],
        ],
      ]);
      return id;
    },
    insertRefusals: (id, days) =>
      write(id, (fact) => [
        [
          tables.drugTest,
          days.map((day) => ({ ...fact(), method: "urine", result: "refused", happenedOn: plainDate(day) })),
        ],
      ]),
    post: (caller, id, path, payload) =>
      county.call(caller, { method: "POST", url: `/api/v1/breaches/${id}${path}`, payload }),
    file: async (id, caller = "caseworkerA") =>
      (await county.call(caller, { url: `/api/v1/breaches/${id}` })).json<BreachFile>(),
  };
}

export const breachPaper = (kind: string, issuedOn: string, changes: object = {}) => ({
  id: newId(),
  kind,
  number: `测司${kind}〔2021〕1号`,
  issuedOn,
  issuedBy: "甲中心站",
  pages: 1,
  note: kind === "test_notice" ? "次日上午九时，甲中心站" : null,
  ...changes,
});

/** Issues a document and records its service by the requests that a caseworker sends. */
export async function issueAndServe(
  county: BreachWorld,
  id: string,
  kind: string,
  on: { readonly issued: string; readonly served: string },
): Promise<string> {
  const paper = breachPaper(kind, on.issued);
  await county.post("caseworkerA", id, "/documents", paper);
  await county.post("caseworkerA", id, `/documents/${paper.id}/receipts`, serviceOf({ servedOn: on.served }));
  return paper.id;
}

/** Three refusals, each after a served call, with warning and certificate: a whole packet. */
export async function fillBreachPacket(county: BreachWorld, id: string): Promise<void> {
  const days = ["2021-03-10", "2021-04-10", "2021-05-10"];
  for (const day of days) await issueAndServe(county, id, "test_notice", { issued: day, served: day });
  await county.insertRefusals(id, days);
  await issueAndServe(county, id, "warning", { issued: "2021-05-11", served: "2021-05-12" });
  await county.post("caseworkerA", id, "/documents", breachPaper("breach_certificate", "2021-05-13"));
}
