import { codesOf } from "@rehab/domain/code-list";
import { ATTEMPT_METHODS, ATTEMPT_OUTCOMES } from "@rehab/domain/handoff/contact-attempt";
import { SUSPENSION_GROUNDS, TERMINATION_GROUNDS } from "@rehab/domain/supervision/case-event";
import { RISK_FACTORS, RISK_LEVELS } from "@rehab/domain/supervision/risk-level";
import { z } from "zod";
import { Day, Id } from "./common.ts";

/** Text that may be left empty; an empty one is no text. */
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .default(null)
    .transform((text) => (text === "" ? null : text));
const requiredText = (max: number, error: string) => z.string().trim().min(1, error).max(max);

const pages = z.number("请填写页数").int().min(1).max(99);

/** The paper that goes on file with an event. */
const paper = {
  paperNumber: optionalText(60),
  paperOn: Day,
  paperBy: requiredText(100, "请填写制发单位"),
  pages,
};

const event = { id: Id, on: Day, note: optionalText(1000) };
const proof = requiredText(200, "请填写证明材料的名称和文号");
const partner = requiredText(200, "请填写共同管控的单位");
const clinic = requiredText(200, "请填写维持治疗机构");
const hospital = requiredText(200, "请填写医院");
const stayProof = requiredText(200, "请填写住院、出院的证明材料");

/** What a station records about the state of a case. */
export const CaseEventBody = z.discriminatedUnion("kind", [
  z.strictObject({
    ...event,
    kind: z.literal("suspended"),
    ground: z.enum(codesOf(SUSPENSION_GROUNDS), "请选择羁押种类"),
    proof,
    ...paper,
  }),
  z.strictObject({ ...event, kind: z.literal("resumed"), proof, ...paper }),
  z.strictObject({
    ...event,
    kind: z.literal("lost_contact"),
    attemptIds: z.array(Id).max(50),
    ...paper,
  }),
  z.strictObject({
    ...event,
    kind: z.literal("found"),
    how: requiredText(500, "请写明怎样找回、现在的情况"),
    by: requiredText(60, "请填写经办人"),
  }),
  z.strictObject({ ...event, kind: z.literal("dual_control_started"), partner }),
  z.strictObject({ ...event, kind: z.literal("dual_control_ended"), partner }),
  z.strictObject({ ...event, kind: z.literal("maintenance_started"), clinic }),
  z.strictObject({ ...event, kind: z.literal("maintenance_ended"), clinic }),
  z.strictObject({ ...event, kind: z.literal("hospitalised"), hospital, proof: stayProof }),
  z.strictObject({ ...event, kind: z.literal("discharged"), hospital, proof: stayProof }),
  z.strictObject({
    ...event,
    kind: z.literal("risk_set"),
    level: z.enum(codesOf(RISK_LEVELS), "请选择风险等级"),
    factors: z.array(z.enum(codesOf(RISK_FACTORS))).min(1, "请至少选择一项依据"),
    basis: requiredText(1000, "请写明评定的依据"),
  }),
  z.strictObject({ ...event, kind: z.literal("died"), ...paper }),
]);
export type CaseEventBody = z.infer<typeof CaseEventBody>;

/** An attempt to reach somebody in the term. */
export const SearchBody = z.strictObject({
  id: Id,
  happenedOn: Day,
  method: z.enum(codesOf(ATTEMPT_METHODS), "请选择方式"),
  outcome: z.enum(
    codesOf(ATTEMPT_OUTCOMES.filter(({ code }) => code !== "promised" && code !== "refused")),
    "请选择结果",
  ),
  madeBy: requiredText(60, "请填写查找人"),
  content: optionalText(2000),
});

/** A paper of the routine whose day is a year, a half-year or the end of the term, and the letter that asks for the end. */
export const RoutinePaperBody = z
  .strictObject({
    id: Id,
    kind: z.enum(
      ["end_assessment", "annual_assessment", "half_year_summary", "release_request"],
      "请选择文书",
    ),
    number: optionalText(60),
    issuedOn: Day,
    issuedBy: requiredText(100, "请填写制发单位"),
    /** Of the letter to the police: who gets it. */
    addressee: optionalText(100),
    pages,
    note: optionalText(1000),
  })
  .superRefine(({ kind, number, addressee }, context) => {
    const need = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (kind !== "release_request") {
      if (addressee !== null) need("addressee", "只有函件填写受文单位");
      return;
    }
    if (number === null) need("number", "请填写函的文号");
    if (addressee === null) need("addressee", "请填写受文的公安机关");
  });

export const ReleaseBody = z.strictObject({
  id: Id,
  number: requiredText(60, "请填写解除通知书文号"),
  decidedOn: Day,
  organ: requiredText(100, "请填写出具通知书的公安机关"),
  on: Day,
  pages,
  note: optionalText(2000),
});

export const TerminationBody = z
  .strictObject({
    id: Id,
    ground: z.enum(codesOf(TERMINATION_GROUNDS), "请选择终止的原因"),
    number: requiredText(60, "请填写决定书或者通知书文号"),
    decidedOn: Day,
    organ: requiredText(100, "请填写作出决定的机关"),
    on: Day,
    pages,
    note: optionalText(2000),
  })
  .refine(({ ground, note }) => ground !== "other" || note !== null, {
    path: ["note"],
    error: "原因为其他的，请写明情况",
  });

/** To take back a release or termination that was recorded wrongly. */
export const EndAnnulmentBody = z.strictObject({
  id: Id,
  eventId: Id,
  reason: requiredText(500, "请写明撤销的理由"),
});

export const CaseAnnulmentBody = z.strictObject({
  fact: z.enum(["event", "document", "receipt", "attempt"]),
  factId: Id,
  reason: requiredText(500, "请写明撤销的理由"),
});
