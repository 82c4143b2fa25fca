import { z } from "zod";
import { Day, Id, pageOf } from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { ControlReason, Measure } from "./supervision.ts";

const Count = z.number().int();

const AsOfQuery = z.object({
  /** Today when left out. */
  asOf: Day.optional(),
  evidenceDays: z.coerce.number().int().min(1).max(366).default(90),
});

/** 管控率 as a whole-person fraction; the reasons sum to the denominator. */
export const ControlRate = z.object({
  asOf: Day,
  numerator: Count,
  denominator: Count,
  /** People per reason, for those counted and those not counted. */
  reasons: z.record(ControlReason, Count),
  /** Which of the reasons count as controlled. */
  controlledReasons: z.array(ControlReason),
  stations: z.array(
    z.object({
      id: Id,
      name: z.string(),
      numerator: Count,
      denominator: Count,
      reasons: z.record(ControlReason, Count),
      evidenceNumerator: Count,
    }),
  ),
  measures: z.array(z.object({ measure: Measure, numerator: Count, denominator: Count })),
  /** How many more people it takes to reach the target, and what would bring whom back. */
  target: z.object({
    percent: z.number(),
    needed: Count,
    missing: Count,
    waysBack: z.array(z.object({ reason: ControlReason, people: Count, way: z.string() })),
  }),
  /** Controlled with an in-person contact within `days`. */
  evidence: z.object({ days: Count, numerator: Count }),
  definition: z.object({ version: z.string(), text: z.string() }),
});
export type ControlRate = z.infer<typeof ControlRate>;

export const ControlRatePerson = z.object({
  id: Id,
  caseId: Id,
  maskedName: z.string(),
  maskedIdNumber: z.string().nullable(),
  measure: Measure,
  stationName: z.string(),
  townshipName: z.string().nullable(),
  caseworkerName: z.string().nullable(),
  reason: ControlReason,
  controlled: z.boolean(),
  proven: z.boolean(),
  lastInPersonOn: Day.nullable(),
  /** The day that decided the reason: report deadline, day of loss, day due back … */
  since: Day.nullable(),
  /** What would bring the person back under control; null when controlled. */
  wayBack: z.string().nullable(),
});
export type ControlRatePerson = z.infer<typeof ControlRatePerson>;

/** Which of the numbers of `ControlRate` to open. */
export const ControlGroup = z.enum(["registered", "controlled", "not_controlled", "proven", "not_proven"]);

export const indicatorsEndpoints = {
  controlRate: endpoint({
    name: "indicators.controlRate",
    summary: "Control rate (管控率) as of a day, with its reasons, stations and the gap to the target",
    method: "GET",
    path: "/indicators/control-rate",
    access: ["read", "Indicator"],
    query: AsOfQuery,
    response: ControlRate,
    problems: [],
  }),
  controlRatePeople: endpoint({
    name: "indicators.controlRatePeople",
    summary: "Exactly the people behind one number of the control rate",
    method: "GET",
    path: "/indicators/control-rate/people",
    access: ["read", "Indicator"],
    query: AsOfQuery.extend({
      group: ControlGroup.default("registered"),
      reason: ControlReason.optional(),
      stationId: Id.optional(),
      measure: Measure.optional(),
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    response: pageOf(ControlRatePerson),
    problems: [],
  }),
  controlRateTrend: endpoint({
    name: "indicators.controlRateTrend",
    summary: "Control rate at the end of each month of a year, by station",
    method: "GET",
    path: "/indicators/control-rate/trend",
    access: ["read", "Indicator"],
    query: z.object({
      year: z.coerce.number().int().min(2000).max(2100),
      evidenceDays: AsOfQuery.shape.evidenceDays,
    }),
    response: z.object({
      months: z.array(
        z.object({
          asOf: Day,
          numerator: Count,
          denominator: Count,
          evidenceNumerator: Count,
          stations: z.array(z.object({ id: Id, name: z.string(), numerator: Count, denominator: Count })),
        }),
      ),
    }),
    problems: [],
  }),
};
