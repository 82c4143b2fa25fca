import { zhOf } from "@rehab/domain/code-list";
import { LEAVE_STEPS } from "@rehab/domain/leave/leave";
import type { LeaveStepKind } from "@rehab/domain/leave/leave";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { daysBetween } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { Document } from "docx";
import { dayInWords } from "../../no-shows/documents/no-show-papers.ts";
import type { PaperPerson } from "../../matters/paper-person.ts";
import {
  noteLine,
  officialDocument,
  recordForm,
  signature,
  titleLine,
} from "../../matters/official-layout.ts";
import type { FormLine } from "../../matters/official-layout.ts";

export interface SlipStep {
  readonly kind: LeaveStepKind;
  readonly on: PlainDate;
  readonly dueBackOn: PlainDate | null;
  readonly by: string | null;
  readonly note: string | null;
}

/** A reported leave as it stands, with the rule behind the report. */
export interface LeaveSlip {
  readonly requestedOn: PlainDate | null;
  readonly from: PlainDate;
  /** As first reported; extensions are steps. */
  readonly dueBack: PlainDate;
  readonly destination: string | null;
  readonly reason: string | null;
  readonly companion: string | null;
  readonly note: string | null;
  readonly approver: string | null;
  readonly returnedOn: PlainDate | null;
  /** In the order in which they happened. */
  readonly steps: readonly SlipStep[];
  /** Whether this county decides about such a leave; where it does not, the report is enough. */
  readonly needsDecision: boolean;
  readonly says: string;
  readonly citation: string;
}

const blankDay = "　　　年　　月　　日";

/** 外出报告（请假条）: report, decision, extensions and return on one sheet. It asks for no identity number. */
export function leavePaper(person: PaperPerson, slip: LeaveSlip): Document {
  const title = "外出报告（请假条）";
  const { requestedOn, from, dueBack } = slip;
  const days = daysBetween(from, dueBack) + 1;
  return officialDocument(title, [
    titleLine(title),
    recordForm([
      [
        "姓　　名",
        person.name,
        "性　　别",
        person.sex === null ? "" : { male: "男", female: "女" }[person.sex],
      ],
      ["执行措施", zhOf(MEASURES, person.measure), "联系电话", person.phone ?? ""],
      ["外出时间", `自${dayInWords(from)}至${dayInWords(dueBack)}，共${days}日`],
      ["目的地", slip.destination ?? "", "同行人", slip.companion ?? ""],
      ["事　　由", slip.reason ?? ""],
      ...(slip.note === null ? [] : [["备　　注", slip.note] as const]),
      ["报告人\n签　　名", "", "报告日期", requestedOn === null ? "" : dayInWords(requestedOn)],
      decisionOf(slip),
      ...extensionsOf(slip),
      returnOf(slip),
    ]),
    noteLine(`${slip.says}（${slip.citation}）`),
    ...signature([
      `${person.stationName}（盖章）`,
      requestedOn === null ? blankDay : dayInWords(requestedOn),
    ]),
  ]);
}

/** Granted, refused or never taken, in the words of whoever did it; blank lines where it is still to be decided. */
function decisionOf({ steps, approver, needsDecision }: LeaveSlip): FormLine {
  const label = "审批意见";
  const decided = steps.find(({ kind }) => kind === "approved" || kind === "refused");
  if (decided !== undefined) return [label, inWords(decided)];
  if (approver !== null) return [label, `批准，${approver}`];
  if (!needsDecision) return [label, "书面报告备案，不须审批。"];
  return [label, `\n审批人：　　　　　　　${blankDay}`];
}

function extensionsOf({ steps }: LeaveSlip): FormLine[] {
  return steps
    .filter(({ kind }) => kind === "extended")
    .map((step) => [
      "续　　假",
      `延至${step.dueBackOn === null ? "" : dayInWords(step.dueBackOn)}，${inWords(step)}`,
    ]);
}

/** The return, or that there was none; a blank line while the person is away. */
function returnOf({ steps, returnedOn }: LeaveSlip): FormLine {
  const label = "销　　假";
  const back = steps.find(({ kind }) => kind === "returned" || kind === "cancelled");
  if (back !== undefined) return [label, inWords(back)];
  if (returnedOn !== null) return [label, `${dayInWords(returnedOn)}销假`];
  return [label, `返回日期：${blankDay}　经办人：　　　　`];
}

function inWords({ kind, on, by, note }: SlipStep): string {
  const what = kind === "extended" ? "" : zhOf(LEAVE_STEPS, kind);
  const parts = [`${dayInWords(on)}${what}`, by === null ? null : `经办人${by}`, note];
  return parts.filter((part) => part !== null && part !== "").join("，");
}
