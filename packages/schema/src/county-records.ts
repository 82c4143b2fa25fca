import { codesOf } from "@rehab/domain/code-list";
import { CASE_END_KINDS } from "@rehab/domain/supervision/case-event";
import { TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import { z } from "zod";
import { Day, Id, PageQuery, pageOf } from "./common.ts";
import { endpoint } from "./endpoint.ts";

const Count = z.number().int();

/** The weekly checks with the public security bureau over one year. */
export const WeeklyChecks = z.object({
  year: Count,
  made: Count,
  weeks: z.array(
    z.object({
      week: Count,
      from: Day,
      to: Day,
      status: z.enum(["checked", "zero", "silent", "upcoming"]),
      checkedOn: Day.nullable(),
      people: Count,
      /** Who checked on our side, where the check says so. */
      checkedBy: z.string().nullable(),
      /** The comparison behind the last check of the week; null for a check that an imported list recorded. */
      reconciliationId: Id.nullable(),
    }),
  ),
});

/** Earmarked fund (专项经费) of a year, in fen. */
export const FundYear = z.object({
  year: Count,
  budgetFen: Count.nullable(),
  spentFen: Count,
  byCategory: z.array(z.object({ category: z.string(), spentFen: Count, items: Count })),
});

export const PublicityEvent = z.object({
  id: Id,
  happenedOn: Day,
  name: z.string(),
  form: z.string().nullable(),
  place: z.string().nullable(),
  audience: Count.nullable(),
  booklets: Count.nullable(),
  boards: Count.nullable(),
  vehicles: Count.nullable(),
});

export const Meeting = z.object({
  id: Id,
  happenedOn: Day,
  name: z.string(),
  host: z.string().nullable(),
  attendees: z.string().nullable(),
  resolution: z.string().nullable(),
  responsible: z.string().nullable(),
  dueOn: Day.nullable(),
  completion: z.string().nullable(),
});

const Year = z.object({ year: z.coerce.number().int().min(2000).max(2100) });

/** Which number of the year's book to open. */
export const YearFactKind = z.enum(["handed_off", "ended", "tests", "visits", "leaves"]);
export type YearFactKind = z.infer<typeof YearFactKind>;

/** One fact behind a number of the year's book. */
export const YearFact = z.object({
  id: Id,
  enrolleeId: Id,
  maskedName: z.string(),
  on: Day,
  /** The measure, the kind of end or leave, the method of a test or visit: a code of that list. */
  code: z.string(),
  result: z.enum(codesOf(TEST_RESULTS)).nullable(),
  stationName: z.string(),
  caseworkerName: z.string().nullable(),
});
export type YearFact = z.infer<typeof YearFact>;

/** Which test windows of a year to open: all that were due, those done, or those not done. */
const WindowsAsked = z.enum(["due", "done", "missing"]);

/** One test window of the year's book. */
export const YearWindow = z.object({
  caseId: Id,
  enrolleeId: Id,
  maskedName: z.string(),
  /** Which window of the term it is, from 1. */
  index: Count,
  from: Day,
  to: Day,
  /** The day of the test that fulfils it; null while none does. */
  testedOn: Day.nullable(),
  stationName: z.string(),
  caseworkerName: z.string().nullable(),
});
export type YearWindow = z.infer<typeof YearWindow>;

/** One payment of the year's fund, in fen. */
export const YearExpense = z.object({
  id: Id,
  on: Day,
  category: z.string(),
  summary: z.string().nullable(),
  amountFen: Count,
  voucher: z.string().nullable(),
  handledBy: z.string().nullable(),
  note: z.string().nullable(),
});
export type YearExpense = z.infer<typeof YearExpense>;

export const countyRecordsEndpoints = {
  year: endpoint({
    name: "county-records.year",
    summary: "A year's weekly checks, hand-offs, ends, windows, funds, publicity and meetings",
    method: "GET",
    path: "/county-records/{year}",
    access: ["list", "CountyRecord"],
    params: Year,
    response: z.object({
      weeklyChecks: WeeklyChecks,
      handedOff: Count,
      registeredAtYearStart: Count,
      registeredAtYearEnd: Count,
      ended: z.record(z.string(), Count),
      tests: z.object({ recorded: Count, byResult: z.record(z.string(), Count) }),
      windows: z.object({
        due: Count,
        done: Count,
        stations: z.array(z.object({ id: Id, name: z.string(), due: Count, done: Count })),
      }),
      visits: Count,
      leaves: Count,
      fund: FundYear,
      publicity: z.array(PublicityEvent),
      meetings: z.array(Meeting),
    }),
    problems: [],
  }),
  listFacts: endpoint({
    name: "county-records.listFacts",
    summary: "Exactly the facts behind one number of the year's book",
    method: "GET",
    path: "/county-records/{year}/facts",
    access: ["list", "CountyRecord"],
    params: Year,
    query: z.object({
      of: YearFactKind,
      /** Narrows the ends to one kind. */
      ending: z.enum(CASE_END_KINDS).optional(),
      /** Narrows the tests to one result. */
      result: z.enum(codesOf(TEST_RESULTS)).optional(),
      ...PageQuery.shape,
    }),
    response: pageOf(YearFact),
    problems: [],
  }),
  listWindows: endpoint({
    name: "county-records.listWindows",
    summary: "Exactly the test windows behind one number of the year's book",
    method: "GET",
    path: "/county-records/{year}/windows",
    access: ["list", "CountyRecord"],
    params: Year,
    query: z.object({ of: WindowsAsked.default("due"), stationId: Id.optional(), ...PageQuery.shape }),
    response: pageOf(YearWindow),
    problems: [],
  }),
  listExpenses: endpoint({
    name: "county-records.listExpenses",
    summary: "Exactly the payments behind one number of the year's fund",
    method: "GET",
    path: "/county-records/{year}/expenses",
    access: ["list", "CountyRecord"],
    params: Year,
    query: z.object({ category: z.string().max(200).optional(), ...PageQuery.shape }),
    response: pageOf(YearExpense).extend({
      /** What all of them come to, also those on other pages. */
      spentFen: Count,
    }),
    problems: [],
  }),
};
