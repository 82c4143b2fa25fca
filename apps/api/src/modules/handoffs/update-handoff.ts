import type { BodyOf } from "@rehab/schema/endpoint";
import type { HandoffFile, handoffsEndpoints } from "@rehab/schema/handoffs";
import { eq } from "drizzle-orm";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { staleVersion } from "../../core/stale-version.ts";
import { useCase } from "../../core/use-case.ts";
import { handoff } from "../../db/schema/handoff.ts";
import { lockEnrollee } from "../enrollees/present-case.ts";
import { getHandoffCase } from "./handoff-case.ts";
import { handoffFileOf } from "./handoff-file.ts";

type Input = BodyOf<typeof handoffsEndpoints.update> & { readonly caseId: string };

/** Changes what came with the person. A case that a register had already gets a record that was typed. */
export const updateHandoff = useCase<Input, HandoffFile>("handoffs.update", async (context, input) => {
  const { tx, audit, county, actor, now, today } = context;
  const { caseId, version, ...contents } = input;
  refuseFutureDay(contents.isolationLeftOn, today, "/isolationLeftOn");
  const { person, record } = await getHandoffCase(tx, caseId);
  await lockEnrollee(context, person.id);
  const present = record?.version ?? 0;
  if (present !== version) {
    throw await staleVersion(context, { subjectId: person.id, id: caseId, version: present });
  }
  if (record === undefined) {
    await tx.insert(handoff).values({
      ...contents,
      caseId,
      countyCode: county.code,
      stationId: person.stationId,
      enrolleeId: person.id,
      source: "typed",
      recordedAt: now,
      recordedBy: actor.accountId,
    });
  } else {
    await tx
      .update(handoff)
      .set({ ...contents, version: version + 1 })
      .where(eq(handoff.caseId, caseId));
  }
  audit({
    action: "handoffs.update",
    subjectType: "enrollee",
    subjectId: person.id,
    saved: { id: caseId, version: version + 1 },
    change: {
      caseId,
      papers: contents.papers,
      condition: contents.condition,
      orderFromOn: contents.orderFromOn,
      orderToOn: contents.orderToOn,
    },
  });
  return handoffFileOf(context, caseId);
});
