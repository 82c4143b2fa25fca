import { plainDate } from "@rehab/domain/time/plain-date";
import { eq } from "drizzle-orm";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import type { Services } from "../src/core/use-case.ts";
import { tables } from "../src/db/client.ts";
import { insertRows } from "../src/db/insert-rows.ts";

const day = plainDate("2021-09-01");

/** One record of every kind that follows a hand-off, for some people. */
export async function insertHandoffRows(services: Services, enrolleeIds: readonly string[]): Promise<void> {
  const { db, county, clock } = services;
  await db.write({ countyCode: county.code, people: systemActor.scope }, async (tx) => {
    for (const enrolleeId of enrolleeIds) {
      const [record] = await tx
        .select()
        .from(tables.caseRecord)
        .where(eq(tables.caseRecord.enrolleeId, enrolleeId));
      if (record === undefined) throw new Error("the person has no case");
      const { id: caseId, stationId } = record;
      const owner = { countyCode: county.code, stationId, enrolleeId };
      const fact = () => ({ id: newId(), ...owner, caseId });
      const documentId = newId();
      await insertRows(tx, tables.handoff, [{ ...owner, caseId, source: "list", papers: ["order_copy"] }]);
      await insertRows(tx, tables.formerName, [{ id: newId(), ...owner, name: "旧名" }]);
      await insertRows(tx, tables.supportTeamMember, [
        { ...fact(), role: "family", name: "家属", fromOn: day },
      ]);
      await insertRows(tx, tables.contactAttempt, [
        { ...fact(), happenedOn: day, method: "call", outcome: "not_reached", madeBy: "专干" },
      ]);
      await insertRows(tx, tables.caseDocument, [
        { ...fact(), id: documentId, kind: "no_show_warning", issuedOn: day },
      ]);
      await insertRows(tx, tables.serviceReceipt, [
        { ...fact(), documentId, servedOn: day, method: "direct", servers: ["专干", "民警"] },
      ]);
      await insertRows(tx, tables.transfer, [
        {
          ...fact(),
          direction: "out",
          otherPlace: "邻县城关镇",
          requestedOn: day,
          reason: "迁居",
          materials: [],
        },
      ]);
      await insertRows(tx, tables.approval, [
        {
          ...fact(),
          kind: "no_show_referral",
          proposal: {},
          proposedAt: clock.now(),
          proposedBy: newId(),
        },
      ]);
    }
  });
}
