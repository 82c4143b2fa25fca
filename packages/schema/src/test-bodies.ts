import { codesOf } from "@rehab/domain/code-list";
import { TEST_METHODS, TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import { DRAW_STRATA } from "@rehab/domain/testing/draw-strata";
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

export const TestMethod = z.enum(codesOf(TEST_METHODS), "请选择检测方式");
export const TestResult = z.enum(codesOf(TEST_RESULTS), "请选择检测结果");
/** What somebody at the test can say on the day. */
const SeenResult = TestResult.exclude(["pending"], "请选择检测结果");
/** What a laboratory or a re-test can answer. */
const FinalResult = TestResult.extract(["negative", "positive", "invalid"], "请选择检测结果");
const Sex = z.enum(["male", "female"]);

/** What the form of a test asks beside its columns, as it is stored. */
export const TestDetails = z.object({
  womanCollector: z.string().optional(),
  /** Number of the second of two sealed samples. */
  sampleB: z.string().optional(),
  sealed: z.boolean().optional(),
  laboratory: z.string().optional(),
  sentOn: Day.optional(),
  /** Why the test was refused, or why the person did not come. */
  reason: z.string().optional(),
});
export type TestDetails = z.infer<typeof TestDetails>;

/** Who takes the samples: two people, and whose sample a woman takes. */
const testers = {
  place: requiredText(100, "请填写检测地点"),
  tester: requiredText(40, "请填写检测人"),
  secondTester: requiredText(40, "请填写第二检测人"),
  womanCollector: optionalText(40),
};

export const SessionEntry = z.strictObject({
  testId: Id,
  enrolleeId: Id,
  result: SeenResult,
  /** Asked where the file does not say it. */
  sex: Sex.nullable().default(null),
  reason: optionalText(200),
});

export const SessionBody = z.strictObject({
  id: Id,
  happenedOn: Day,
  method: TestMethod.exclude(["hair"], "毛发检测请逐人登记"),
  ...testers,
  stripBatch: requiredText(60, "请填写试剂批号"),
  note: optionalText(500),
  entries: z.array(SessionEntry).min(1, "没有要登记的人员").max(500),
});

export const TestBody = z
  .strictObject({
    id: Id,
    happenedOn: Day,
    method: TestMethod,
    result: TestResult,
    ...testers,
    sex: Sex.nullable().default(null),
    sampleNumber: optionalText(60),
    sampleB: optionalText(60),
    sealed: z.boolean().default(false),
    laboratory: optionalText(100),
    sentOn: Day.nullable().default(null),
    reason: optionalText(200),
    note: optionalText(500),
  })
  .superRefine((test, context) => {
    const need = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const taken = test.result !== "refused" && test.result !== "absent";
    if (test.method === "hair" && taken) {
      if (test.sampleNumber === null) need("sampleNumber", "毛发样本分A、B两份，请填写A样本编号");
      if (test.sampleB === null) need("sampleB", "请填写B样本编号");
      if (test.sampleB !== null && test.sampleB === test.sampleNumber)
        need("sampleB", "A、B样本编号不能相同");
      if (!test.sealed) need("sealed", "样本应当场封存，请确认已经封存");
    }
    if (test.result === "pending") {
      if (test.sampleNumber === null) need("sampleNumber", "送检样本请填写样本编号");
      if (test.laboratory === null) need("laboratory", "请填写送往的检测机构");
      if (test.sentOn === null) need("sentOn", "请填写送检日期");
    }
    if (test.sentOn !== null && test.sentOn < test.happenedOn) need("sentOn", "送检日期不能早于采样日期");
  });

const step = { id: Id, happenedOn: Day, note: optionalText(1000) };

export const ReviewBody = z
  .strictObject({ ...step, outcome: z.enum(["confirmed", "not_confirmed"], "请选择复核意见") })
  .refine(({ outcome, note }) => outcome === "confirmed" || note !== null, {
    path: ["note"],
    error: "复核未确认的，请写明理由",
  });

export const PoliceDecision = z.enum(["continue", "isolation", "other"]);

export const StepBody = z.discriminatedUnion("kind", [
  z.strictObject({
    ...step,
    kind: z.literal("lab_result"),
    result: FinalResult,
    reportNumber: requiredText(60, "请填写检测报告编号"),
    laboratory: requiredText(100, "请填写检测机构"),
  }),
  z.strictObject({
    ...step,
    kind: z.literal("retest_requested"),
    organ: requiredText(100, "请填写受理申请的公安机关"),
  }),
  z.strictObject({
    ...step,
    kind: z.literal("retest_result"),
    result: FinalResult,
    reportNumber: requiredText(60, "请填写检测报告编号"),
    laboratory: requiredText(100, "请填写检测机构"),
  }),
  z.strictObject({
    ...step,
    kind: z.literal("police_answered"),
    decision: PoliceDecision,
    number: optionalText(60),
  }),
]);
export type StepBody = z.infer<typeof StepBody>;

export const ReportBody = z.strictObject({
  id: Id,
  letterNumber: requiredText(60, "请填写报告文号"),
  organ: requiredText(100, "请填写接收的公安机关"),
  note: optionalText(2000),
});

export const TestAnnulmentBody = z.strictObject({
  fact: z.enum(["test", "step", "delegation"]),
  factId: Id,
  reason: requiredText(500, "请写明撤销的理由"),
});

export const DayAnnulmentBody = z.strictObject({ reason: requiredText(500, "请写明撤销的理由") });

export const DelegationBody = z
  .strictObject({
    id: Id,
    method: TestMethod,
    toPlace: requiredText(100, "请填写受托单位"),
    letterNumber: requiredText(60, "请填写委托函文号"),
    requestedOn: Day,
    wantedFrom: Day,
    wantedTo: Day,
    reason: requiredText(500, "请填写委托原因"),
  })
  .refine(({ wantedFrom, wantedTo }) => wantedFrom <= wantedTo, {
    path: ["wantedTo"],
    error: "截止日期不能早于开始日期",
  });

export const DelegationStepBody = z.discriminatedUnion("step", [
  z.strictObject({
    step: z.literal("accept"),
    version: z.number().int(),
    acceptedOn: Day,
    acceptedBy: requiredText(100, "请填写受托单位的经办人"),
  }),
  z.strictObject({
    step: z.literal("receipt"),
    version: z.number().int(),
    testId: Id,
    testedOn: Day,
    result: FinalResult,
    receiptOn: Day,
    receiptNumber: requiredText(60, "请填写回执编号"),
    tester: requiredText(40, "请填写检测人"),
    secondTester: requiredText(40, "请填写第二检测人"),
  }),
  z.strictObject({
    step: z.literal("cancel"),
    version: z.number().int(),
    cancelledOn: Day,
    reason: requiredText(500, "请填写撤回委托的理由"),
  }),
]);
export type DelegationStepBody = z.infer<typeof DelegationStepBody>;

export const DrawBody = z.strictObject({
  id: Id,
  /** Null for the whole county. */
  stationId: Id.nullable().default(null),
  purpose: requiredText(200, "请填写抽检事由"),
  /** By what the population is divided; null for a draw from it as a whole. */
  stratifiedBy: z.enum(codesOf(DRAW_STRATA)).nullable().default(null),
  size: z.number("请填写抽取人数").int().min(1, "至少抽取1人").max(500),
});
