import { citationOf, ruleOn } from "@rehab/domain/law/rule";
import { settingOn } from "@rehab/domain/law/settings";
import type { LeaveStepKind } from "@rehab/domain/leave/leave";
import { daysBetween } from "@rehab/domain/time/plain-date";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { leave } from "../../db/schema/case-facts.ts";
import { getCase } from "../enrollees/present-case.ts";
import { toWord } from "../matters/official-layout.ts";
import { loadPaperPerson } from "../matters/paper-person.ts";
import type { WordFile } from "../matters/printing.ts";
import { leavePaper } from "./documents/leave-slip.ts";
import { loadLeaves } from "./load-leaves.ts";

/** 外出报告（请假条） as Word, with the whole name and phone. That it was made stays in the person's file. */
export const printLeave = useCase<{ id: string }, WordFile>("leaves.document", async (context, { id }) => {
  const { tx, audit, law } = context;
  const [record] = await loadLeaves(tx, eq(leave.id, id));
  if (record === undefined) throw new ProblemError("not_found");
  const { row, steps } = record;
  const { enrolleeId, requestedOn, leftOn, dueBackOn, details } = row;
  if (row.annulledAt !== null) throw new ProblemError("wrong_state", { detail: "这条记录已经撤销" });
  if (row.kind === "unreported") throw new ProblemError("wrong_state", { detail: "擅自离开没有外出报告" });
  const on = requestedOn ?? leftOn;
  const fromDays = settingOn("leave_approval_from_days", on, law.settings);
  const rule = ruleOn("T7", on, law.rules);
  const { record: caseRow } = await getCase(tx, row);
  const paper = leavePaper(await loadPaperPerson(context, caseRow), {
    ...row,
    from: leftOn,
    dueBack: dueBackOn,
    companion: (details as { companion?: string | null } | null)?.companion ?? null,
    steps: steps.map(({ kind, happenedOn, ...step }) => ({
      ...step,
      kind: kind as LeaveStepKind,
      on: happenedOn,
    })),
    needsDecision: fromDays !== null && daysBetween(leftOn, dueBackOn) + 1 >= fromDays,
    says: rule.says,
    citation: citationOf(rule),
  });
  audit({
    action: "leaves.document",
    subjectType: "enrollee",
    subjectId: enrolleeId,
    change: { leaveId: id, leftOn },
  });
  return { name: `外出报告（请假条）-${leftOn}.docx`, content: await toWord(paper) };
});
