import { codesOf, zhOf } from "@rehab/domain/code-list";
import { CASE_EVENT_KINDS, TERMINATION_GROUNDS } from "@rehab/domain/supervision/case-event";
import { isPlainDate } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { z } from "zod";
import type { ApprovalRecord } from "../matters/rows.ts";

const Day = z.string().refine((text): text is PlainDate => isPlainDate(text));

/** What an approval of a release or termination holds: the paper of the police, and from which day it counts. */
export const EndProposal = z.object({
  ground: z.enum(codesOf(TERMINATION_GROUNDS)).nullable().default(null),
  number: z.string(),
  decidedOn: Day,
  organ: z.string(),
  on: Day,
  pages: z.number(),
  note: z.string().nullable(),
});
export type EndProposal = z.infer<typeof EndProposal>;

/** What an approval of an annulment holds: which end of the case, as it stood, and why it is wrong. */
export const EndAnnulmentProposal = z.object({
  eventId: z.string(),
  kind: z.enum(["released", "terminated"]),
  on: Day,
  number: z.string().nullable(),
  reason: z.string(),
});

/** The proposal in words, for whoever decides and for the file. */
export function factsOfProposal({ kind, proposal }: Pick<ApprovalRecord, "kind" | "proposal">) {
  if (kind === "end_annulment") {
    const annulled = EndAnnulmentProposal.parse(proposal);
    return [
      {
        label: "撤销的登记",
        value: [annulled.on, zhOf(CASE_EVENT_KINDS, annulled.kind), annulled.number]
          .filter((part) => part !== null)
          .join(" "),
      },
      { label: "撤销理由", value: annulled.reason },
    ];
  }
  const { ground, number, decidedOn, organ, on, note } = EndProposal.parse(proposal);
  return [
    ...(ground === null ? [] : [{ label: "终止原因", value: zhOf(TERMINATION_GROUNDS, ground) }]),
    { label: kind === "release" ? "解除通知书" : "决定书、通知书", value: `${number}，${organ}` },
    { label: "文书日期", value: decidedOn },
    { label: kind === "release" ? "解除日期" : "终止日期", value: on },
    ...(note === null ? [] : [{ label: "其他情况", value: note }]),
  ];
}
