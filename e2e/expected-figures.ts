import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fixtureFolder } from "@rehab/testkit/fixture-folder";

/** The part of the training county's known figures that the screens show. */
type ExpectedFigures = {
  registered: number;
  controlled: number;
  notControlled: Record<"lost_contact" | "leave_overdue" | "not_reported", number>;
  provenWithinDays: Record<string, number>;
  registeredAtYearStart: number;
  handedOff: number;
  ended: Record<string, number>;
  byStation: Record<
    string,
    {
      registered: number;
      controlled: number;
      provenWithin90Days: number;
      staff: number;
      urineWindows: { due: number; done: number };
    }
  >;
  weeklyChecks: { made: number; silentWeeks: number[]; zeroWeeks: number[] };
  notReported: { name: string; due: string }[];
  urine: { windowsWhollyInYear: { due: number; done: number } };
};

export const expectedFigures = JSON.parse(
  readFileSync(join(fixtureFolder, "expected.json"), "utf8"),
) as ExpectedFigures;
