import { codesOf } from "@rehab/domain/code-list";
import { DUTY_KINDS, DUTY_QUEUES } from "@rehab/domain/supervision/duty";
import { z } from "zod";
import { Day, Id, PageQuery, pageOf } from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { Measure, RiskLevel } from "./supervision.ts";

const Count = z.number().int();

export const DutyKind = z.enum(codesOf(DUTY_KINDS));
export const DutyQueue = z.enum(codesOf(DUTY_QUEUES));
export type DutyQueue = z.infer<typeof DutyQueue>;

/** The queues of the workbench, what falls due after today, and what was put off. */
export const WorkbenchQueue = z.enum([...codesOf(DUTY_QUEUES), "soon", "snoozed"]);
export type WorkbenchQueue = z.infer<typeof WorkbenchQueue>;

/** So many days ahead `soon` looks: a round is planned for a week. */
export const DAYS_AHEAD = 7;

export const WorkbenchFilter = z.object({
  queue: WorkbenchQueue,
  kind: DutyKind.optional(),
  stationId: Id.optional(),
  townshipId: Id.optional(),
  caseworkerId: Id.optional(),
});
export type WorkbenchFilter = z.infer<typeof WorkbenchFilter>;

/** One thing to do: for whom, what, by which rule, until when. */
export const DutyRow = z.object({
  caseId: Id,
  enrolleeId: Id,
  kind: DutyKind,
  /** What it is about, where a person can have several of the kind. */
  subject: z.string(),
  maskedName: z.string(),
  measure: Measure,
  riskLevel: RiskLevel.nullable(),
  stationName: z.string(),
  townshipName: z.string().nullable(),
  village: z.string().nullable(),
  caseworkerName: z.string().nullable(),
  citation: z.string(),
  says: z.string(),
  dueOn: Day.nullable(),
  /** Whole days since the last day; negative while there is still time. */
  daysOver: Count.nullable(),
  snoozedTo: Day.nullable(),
  /** Why it cannot be put off; null when it can. */
  snoozeObstacle: z.string().nullable(),
});
export type DutyRow = z.infer<typeof DutyRow>;

const QueueCount = z.object({ queue: WorkbenchQueue, count: Count });

export const WorkbenchCounts = z.object({
  today: Day,
  queues: z.array(QueueCount),
  /** The same by station, for who sees several. */
  stations: z.array(z.object({ id: Id, name: z.string(), queues: z.array(QueueCount) })),
});
export type WorkbenchCounts = z.infer<typeof WorkbenchCounts>;

const which = { enrolleeId: Id, kind: DutyKind, subject: z.string().max(60) };

export const workbenchEndpoints = {
  counts: endpoint({
    name: "workbench.counts",
    summary: "How much stands in each queue, by the conditions of their lists",
    method: "GET",
    path: "/workbench/counts",
    access: ["list", "CaseFile"],
    query: z.object({ stationId: Id.optional() }),
    response: WorkbenchCounts,
    problems: [],
  }),
  list: endpoint({
    name: "workbench.list",
    summary: "One queue of the workbench, what hurts most first",
    method: "GET",
    path: "/workbench",
    access: ["list", "CaseFile"],
    query: z.object({ ...WorkbenchFilter.shape, ...PageQuery.shape }),
    response: pageOf(DutyRow),
    problems: [],
  }),
  snooze: endpoint({
    name: "workbench.snooze",
    summary: "Put a deadline of the office off, with a reason",
    method: "POST",
    path: "/workbench/snoozes",
    access: ["update", "CaseFile"],
    body: z.strictObject({
      id: Id,
      ...which,
      until: Day,
      reason: z.string().trim().min(2, "请写明延后的理由").max(200),
    }),
    response: z.object({ snoozedTo: Day }),
    problems: ["not_found", "wrong_state"],
  }),
  wake: endpoint({
    name: "workbench.wake",
    summary: "Bring a deadline that was put off back, with a reason",
    method: "POST",
    path: "/workbench/wakes",
    access: ["update", "CaseFile"],
    body: z.strictObject({ ...which, reason: z.string().trim().min(2, "请写明恢复的理由").max(200) }),
    response: z.object({ woken: z.boolean() }),
    problems: ["not_found"],
  }),
  sheet: endpoint({
    name: "workbench.sheet",
    summary: "Everything due up to a day, with whole names, to take along on paper",
    method: "POST",
    path: "/workbench/sheet",
    access: ["export", "CaseFile"],
    body: z.strictObject({
      until: Day,
      kinds: z.array(DutyKind).min(1, "请至少选择一种事项"),
      stationId: Id.nullable(),
      purpose: z.string().trim().min(2, "请写明用途").max(100),
    }),
    response: z.object({
      until: Day,
      stationName: z.string().nullable(),
      people: z.array(
        z.object({
          enrolleeId: Id,
          name: z.string(),
          phone: z.string().nullable(),
          stationName: z.string(),
          townshipName: z.string().nullable(),
          village: z.string().nullable(),
          residence: z.string().nullable(),
          caseworkerName: z.string().nullable(),
          duties: z.array(
            z.object({ kind: DutyKind, dueOn: Day.nullable(), overdue: z.boolean(), citation: z.string() }),
          ),
        }),
      ),
    }),
    problems: [],
  }),
};
