import { BREACH_DOCUMENTS } from "@rehab/domain/breach/breach-actions";
import { BREACH_KINDS } from "@rehab/domain/breach/breach-record";
import { codesOf } from "@rehab/domain/code-list";
import { z } from "zod";
import { Day, Id } from "./common.ts";
import { optionalText, requiredText } from "./no-show-bodies.ts";

/** What the police decided: 责令改正, 继续执行, 强制隔离戒毒, or something else that lets the measure go on. */
export const BreachAnswer = z.enum(["corrected", "continue", "isolation", "other"]);

export const BreachBody = z.strictObject({
  id: Id,
  kind: z.enum(codesOf(BREACH_KINDS), "请选择违反的种类"),
  happenedOn: Day,
  evidence: requiredText(500, "请填写凭据：谁在什么时候怎样发现"),
  note: optionalText(2000),
});

export const BreachDocumentBody = z
  .strictObject({
    id: Id,
    kind: z.enum(BREACH_DOCUMENTS, "请选择文书"),
    number: requiredText(60, "请填写文号"),
    issuedOn: Day,
    issuedBy: requiredText(100, "请填写制发单位"),
    pages: z.number("请填写页数").int().min(1).max(99),
    /** Of a call to a test: when and where. */
    note: optionalText(500),
  })
  .refine(({ kind, note }) => kind !== "test_notice" || note !== null, {
    path: ["note"],
    error: "请填写检测的时间和地点",
  });

export const BreachAnswerBody = z
  .strictObject({
    id: Id,
    answer: BreachAnswer,
    happenedOn: Day,
    number: optionalText(60),
    organ: optionalText(100),
    note: optionalText(2000),
  })
  .refine(({ answer, number }) => answer !== "isolation" || number !== null, {
    path: ["number"],
    error: "请填写强制隔离戒毒决定书的文号",
  })
  .refine(({ answer, organ }) => answer !== "isolation" || organ !== null, {
    path: ["organ"],
    error: "请填写作出决定的公安机关",
  })
  .refine(({ answer, note }) => answer !== "other" || note !== null, {
    path: ["note"],
    error: "请写明公安机关怎样处理",
  });

export const BreachAnnulmentBody = z.strictObject({
  fact: z.enum(["record", "document", "receipt", "event"]),
  factId: Id,
  reason: requiredText(500, "请写明撤销的理由"),
});
