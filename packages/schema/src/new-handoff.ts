import { codesOf } from "@rehab/domain/code-list";
import { HANDOFF_CONDITIONS, HANDOFF_PAPERS } from "@rehab/domain/handoff/handoff-record";
import { TRANSFER_MATERIALS } from "@rehab/domain/handoff/transfer";
import { readPhone } from "@rehab/domain/identity/phone";
import { PERSON_MATCHES } from "@rehab/domain/identity/person-match";
import { SUSPENSION_GROUNDS } from "@rehab/domain/supervision/case-event";
import { z } from "zod";
import { Day, Id } from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { CaseState, Measure } from "./supervision.ts";

const Sex = z.enum(["male", "female"]);
const name = z.string().trim().min(1, "请填写姓名").max(60);
/** A text that may be left open; an empty one counts as left open. */
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .transform((value) => (value === "" ? null : value));

export const PersonSearch = z
  .strictObject({
    name: text(60),
    idNumber: text(40),
    birthDate: Day.nullable(),
    /** Beside the birth date: whoever was born on that day and lives there. */
    townshipId: Id.nullable(),
  })
  .refine(
    ({ name: sought, idNumber, birthDate }) => sought !== null || idNumber !== null || birthDate !== null,
    {
      path: ["name"],
      error: "请填写姓名、证件号码或出生日期",
    },
  );

/** What an ID number says of itself: whether it can be one, and the birth date in it. */
export const IdNumberVerdict = z.object({
  ok: z.boolean(),
  /** What is wrong with it, in the user's words. */
  issue: z.string().nullable(),
  convertedFrom15: z.boolean(),
  birthDate: Day.nullable(),
  sex: Sex.nullable(),
  /** Null where no birth date was typed beside it. */
  birthDateAgrees: z.boolean().nullable(),
});

/** Somebody on the books who may be the person sought, with everything that speaks for it. Masked. */
export const PersonCandidate = z.object({
  id: Id,
  maskedName: z.string(),
  maskedIdNumber: z.string().nullable(),
  maskedFormerNames: z.array(z.string()),
  sex: Sex.nullable(),
  birthYear: z.number().int().nullable(),
  stationId: Id,
  stationName: z.string(),
  townshipId: Id.nullable(),
  townshipName: z.string().nullable(),
  matches: z.array(z.enum(codesOf(PERSON_MATCHES))),
  cases: z.array(
    z.object({
      sequence: z.number().int(),
      measure: Measure,
      state: CaseState,
      receivedOn: Day.nullable(),
      endedOn: Day.nullable(),
    }),
  ),
});
export type PersonCandidate = z.infer<typeof PersonCandidate>;

/** What a case brings along from the county that carried it before. */
export const TransferIn = z.strictObject({
  /** County and township that carried the case. */
  otherPlace: z.string().trim().min(2, "请填写原执行地").max(100),
  /** The day on which the place of execution changed: the time to report runs from it. */
  changedOn: Day,
  /** The first report-in, at the former place: the term runs from it. */
  reportedOn: Day,
  reason: z.string().trim().min(2, "请写明变更的原因").max(500),
  letterNumber: text(60),
  materials: z.array(z.enum(codesOf(TRANSFER_MATERIALS))).max(TRANSFER_MATERIALS.length),
  /** Times in which the measure stood still there. */
  suspensions: z
    .array(
      z.strictObject({
        from: Day,
        /** The first day that counts again. */
        resumedOn: Day,
        ground: z.enum(codesOf(SUSPENSION_GROUNDS)),
      }),
    )
    .max(10),
});

/** One person handed over outside a list. */
export const HandoffCreation = z
  .strictObject({
    id: Id,
    /** Somebody on the books whom a person recognised: the new case goes into that file. */
    enrolleeId: Id.nullable(),
    name,
    idNumber: text(40),
    sex: Sex.nullable(),
    ethnicity: text(20),
    birthDate: Day.nullable(),
    phone: text(40).refine((phone) => phone === null || readPhone(phone).ok, {
      error: "电话号码不对：应为11位手机号，或带区号的座机号",
    }),
    registeredAddress: text(200),
    residence: text(200),
    stationId: z.uuid("请选择工作站"),
    townshipId: Id.nullable(),
    measure: Measure,
    orderNumber: text(60),
    orderOrgan: text(60),
    orderedOn: Day.nullable(),
    receivedOn: Day,
    /** The day on which the police handed the case over. */
    handedOffOn: Day,
    /** What the law allows an order of its day to set, is decided where the law is known. */
    termMonths: z.number("请填写期限").int().min(1, "期限至少1个月").max(120),
    deductedDays: z.number().int().min(0).max(3660),
    drug: text(60),
    policeStation: text(60),
    papers: z.array(z.enum(codesOf(HANDOFF_PAPERS))).max(HANDOFF_PAPERS.length),
    condition: z.enum(codesOf(HANDOFF_CONDITIONS)),
    policeOfficer: text(40),
    isolationCenter: text(60),
    isolationLeftOn: Day.nullable(),
    note: text(500),
    /** Set for a case that another county carried before. */
    transfer: TransferIn.nullable(),
    /** Whether the doubts that were shown are settled, and how that is known. */
    accept: z.boolean(),
    acceptReason: text(500),
  })
  .refine(({ accept, acceptReason }) => !accept || acceptReason !== null, {
    path: ["acceptReason"],
    error: "请写明怎样核实的",
  });
export type HandoffCreation = z.infer<typeof HandoffCreation>;

export const newHandoffEndpoints = {
  findPerson: endpoint({
    name: "new-handoff.findPerson",
    summary: "Whether a person is on the books already, before a hand-off is typed (audited with counts)",
    method: "POST",
    path: "/handoffs/find-person",
    access: ["create", "Handoff"],
    body: PersonSearch,
    response: z.object({
      idNumber: IdNumberVerdict.nullable(),
      candidates: z.array(PersonCandidate),
      /** There are more than are shown. */
      more: z.boolean(),
    }),
    problems: [],
  }),
  create: endpoint({
    name: "new-handoff.create",
    summary: "Take over one person outside a list; doubts come back as questions",
    method: "POST",
    path: "/handoffs",
    access: ["create", "Handoff"],
    body: HandoffCreation,
    response: z.object({ enrolleeId: Id, caseId: Id, effect: z.string() }),
    problems: ["handoff_in_doubt", "not_found"],
  }),
};
