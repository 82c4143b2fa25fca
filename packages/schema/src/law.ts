import { codesOf } from "@rehab/domain/code-list";
import { LAW_EFFECTS, LAW_SUBJECTS } from "@rehab/domain/law/law";
import { RULE_ACTORS, RULE_TRIGGERS } from "@rehab/domain/law/rule";
import { z } from "zod";
import { Day, Id, IdParams, Moment } from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { LawContent, LawVersionDraft, Limits, Period } from "./law-version.ts";
import { Measure } from "./supervision.ts";

const Count = z.number().int();

/** One version of anything in the law. Those without an id are common to all counties and cannot be annulled. */
export const VersionView = z.object({
  id: Id.nullable(),
  inForceFrom: Day,
  /** The last day in force; null while it still is. */
  inForceTo: Day.nullable(),
  content: LawContent,
  /** The document that it rests on; null for a common version. */
  basis: z.string().nullable(),
  /** Why it starts on a day that had passed when it was entered. */
  lateReason: z.string().nullable(),
  recordedAt: Moment.nullable(),
  recordedBy: z.string().nullable(),
  annulled: z.object({ reason: z.string(), at: Moment }).nullable(),
});
export type VersionView = z.infer<typeof VersionView>;

/** A rule as it is in force today, with all its versions, the newest first. */
export const RuleView = z.object({
  id: z.string(),
  title: z.string(),
  instrument: z.string(),
  article: z.string(),
  says: z.string(),
  trigger: z.enum(codesOf(RULE_TRIGGERS)),
  actor: z.enum(codesOf(RULE_ACTORS)),
  endedBy: z.string(),
  /** What stops the clock; null for one that runs on. */
  stoppedBy: z.string().nullable(),
  period: Period.nullable(),
  limits: Limits.nullable(),
  inForceFrom: Day,
  /** People on the register whom it concerns today, of those whom the asker's place covers. */
  concerns: Count,
  /** The plan or setting whose versions word this rule; it has none of its own then. */
  wordedBy: z.object({ subject: z.enum(codesOf(LAW_SUBJECTS)), code: z.string() }).nullable(),
  versions: z.array(VersionView),
});
export type RuleView = z.infer<typeof RuleView>;

/** A test plan, a setting or a year of holidays with its versions, the newest first. */
export const LawItem = z.object({
  subject: z.enum(["test_plan", "setting", "holidays"]),
  /** Measure, setting key or year. */
  code: z.string(),
  /** What holds today; null for a year whose holidays are not published. */
  content: LawContent.nullable(),
  versions: z.array(VersionView),
});
export type LawItem = z.infer<typeof LawItem>;

/** How many people of a station under a measure. */
export const PeopleGroup = z.object({ stationName: z.string(), measure: Measure, people: Count });

/** What a version that is not saved yet would change. */
export const VersionPreview = z.object({
  affected: Count,
  groups: z.array(PeopleGroup),
  /** Everybody else with a file: nothing changes for them. */
  unaffected: Count,
  /** Null for those who may not see people; at most 200, the rest is counted only. */
  people: z
    .array(
      z.object({
        id: Id,
        maskedName: z.string(),
        stationName: z.string(),
        measure: Measure,
        effects: z.array(
          z.object({ code: z.enum(codesOf(LAW_EFFECTS)), before: z.string(), after: z.string() }),
        ),
      }),
    )
    .nullable(),
});
export type VersionPreview = z.infer<typeof VersionPreview>;

/** `followed`: the register is derived anew already; otherwise it follows soon. */
const SavedVersion = z.object({ id: Id, followed: z.boolean() });

export const lawEndpoints = {
  list: endpoint({
    name: "law.list",
    summary: "Rules, test plans, local settings and years of holidays with their versions",
    method: "GET",
    path: "/law",
    access: ["list", "Law"],
    response: z.object({ today: Day, rules: z.array(RuleView), items: z.array(LawItem) }),
    problems: [],
  }),
  people: endpoint({
    name: "law.people",
    summary: "How many people a rule concerns today, by station and measure",
    method: "GET",
    path: "/law/rules/{ruleId}/people",
    access: ["list", "Law"],
    params: z.object({ ruleId: z.string().max(4) }),
    response: z.object({ concerns: Count, groups: z.array(PeopleGroup) }),
    problems: ["not_found"],
  }),
  preview: endpoint({
    name: "law.preview",
    summary: "What a new version would change, and for whom, before it is saved",
    method: "POST",
    path: "/law/preview",
    access: ["create", "Law"],
    body: LawVersionDraft,
    response: VersionPreview,
    problems: [],
  }),
  addVersion: endpoint({
    name: "law.addVersion",
    summary: "Put a new version in force from a day on; the register is derived anew",
    method: "POST",
    path: "/law/versions",
    access: ["create", "Law"],
    body: LawVersionDraft,
    response: SavedVersion,
    problems: ["wrong_state"],
  }),
  annulVersion: endpoint({
    name: "law.annulVersion",
    summary: "Annul a version that was wrong or will not come into force; the one before it holds again",
    method: "POST",
    path: "/law/versions/{id}/annul",
    access: ["update", "Law"],
    params: IdParams,
    body: z.strictObject({ reason: z.string().trim().min(2, "请填写撤销理由").max(500) }),
    response: SavedVersion,
    problems: ["not_found"],
  }),
};
