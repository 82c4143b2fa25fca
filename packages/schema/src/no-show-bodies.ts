import { codesOf } from "@rehab/domain/code-list";
import { ATTEMPT_METHODS, ATTEMPT_OUTCOMES } from "@rehab/domain/handoff/contact-attempt";
import { SERVICE_METHODS } from "@rehab/domain/handoff/document-service";
import { SUSPENSION_GROUNDS } from "@rehab/domain/supervision/case-event";
import { z } from "zod";
import { Day, Id } from "./common.ts";

/** Text that may be left empty; an empty one is no text. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .default(null)
    .transform((text) => (text === "" ? null : text));
/** Text that must be there. */
export const requiredText = (max: number, error: string) => z.string().trim().min(1, error).max(max);

export const PoliceAnswer = z.enum(["continue", "isolation"]);

export const AttemptBody = z
  .strictObject({
    id: Id,
    happenedOn: Day,
    method: z.enum(codesOf(ATTEMPT_METHODS), "请选择方式"),
    outcome: z.enum(codesOf(ATTEMPT_OUTCOMES), "请选择结果"),
    promisedOn: Day.nullable().default(null),
    madeBy: requiredText(60, "请填写查找人"),
    content: optionalText(2000),
  })
  .refine((attempt) => (attempt.outcome === "promised") === (attempt.promisedOn !== null), {
    path: ["promisedOn"],
    error: "本人承诺报到的，填写承诺的日期；其他结果不填",
  })
  .refine((attempt) => attempt.promisedOn === null || attempt.promisedOn >= attempt.happenedOn, {
    path: ["promisedOn"],
    error: "承诺报到的日期不能早于查找日期",
  });

export const DocumentBody = z.strictObject({
  id: Id,
  kind: z.enum(["no_show_warning", "no_show_certificate"], "请选择文书"),
  number: requiredText(60, "请填写文号"),
  issuedOn: Day,
  issuedBy: requiredText(100, "请填写制发单位"),
  pages: z.number("请填写页数").int().min(1).max(99),
  note: optionalText(500),
});

export const ReceiptBody = z.strictObject({
  id: Id,
  servedOn: Day,
  method: z.enum(codesOf(SERVICE_METHODS), "请选择送达方式"),
  place: requiredText(200, "请填写送达地点"),
  receivedBy: optionalText(60),
  relation: optionalText(60),
  refusal: optionalText(500),
  witness: optionalText(100),
  servers: z.array(z.string().trim().min(1).max(60)).max(4),
  note: optionalText(500),
});

export const CustodyBody = z.strictObject({
  id: Id,
  from: Day,
  ground: z.enum(codesOf(SUSPENSION_GROUNDS), "请选择羁押种类"),
  proof: requiredText(200, "请填写证明材料的名称和文号"),
});

export const ReleaseBody = z.strictObject({
  id: Id,
  on: Day,
  proof: requiredText(200, "请填写证明材料的名称和文号"),
});

export const ReferralBody = z.strictObject({
  id: Id,
  letterNumber: requiredText(60, "请填写移交函文号"),
  organ: requiredText(100, "请填写接收的公安机关"),
  note: optionalText(2000),
});

export const ReferralReceiptBody = z.strictObject({
  id: Id,
  number: optionalText(60),
  issuedOn: Day,
  issuedBy: requiredText(100, "请填写签收单位和签收人"),
  pages: z.number("请填写页数").int().min(1).max(99),
});

export const AnswerBody = z
  .strictObject({
    id: Id,
    answer: PoliceAnswer,
    happenedOn: Day,
    number: optionalText(60),
    note: optionalText(2000),
  })
  .refine((answer) => answer.answer === "continue" || answer.number !== null, {
    path: ["number"],
    error: "请填写决定书文号",
  });

export const AnnulmentBody = z.strictObject({
  fact: z.enum(["attempt", "document", "receipt", "event"]),
  factId: Id,
  reason: requiredText(500, "请写明撤销的理由"),
});
