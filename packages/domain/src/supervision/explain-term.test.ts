import { describe, expect, it } from "vitest";
import { NATIONAL_LAW } from "../law/law.ts";
import { plainDate } from "../time/plain-date.ts";
import type { CaseEvent } from "./case-event.ts";
import type { CaseHistory } from "./case-history.ts";
import { explainTerm } from "./explain-term.ts";
import { termOf } from "./term.ts";

const d = plainDate;
const event = (kind: CaseEvent["kind"], on: string, ground?: CaseEvent["ground"]): CaseEvent => ({
  kind,
  on: d(on),
  ...(ground !== undefined && { ground }),
});
const history = (events: CaseEvent[], deductedDays = 0): CaseHistory => ({
  measure: "community_detox",
  termMonths: 36,
  deductedDays,
  events: [event("received", "2021-03-01"), event("reported", "2021-03-15"), ...events],
});

describe("the way to the end of a term", () => {
  it("is not there before the report-in", () => {
    expect(explainTerm(history([]), d("2021-03-14"), NATIONAL_LAW)).toBeUndefined();
  });

  it("names report-in and length", () => {
    const why = explainTerm(history([]), d("2021-06-01"), NATIONAL_LAW);
    expect(why).toMatchObject({ date: "2024-03-14", ruleId: "T3" });
    expect(why?.steps.map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      "trigger 2021-03-15",
      "count 2024-03-14",
    ]);
  });

  it("names days served elsewhere and each stop, the running one too", () => {
    const facts = history(
      [
        event("suspended", "2021-05-01", "detained"),
        event("resumed", "2021-05-11"),
        event("suspended", "2021-12-01", "arrested"),
      ],
      30,
    );
    const asOf = d("2021-12-31");
    const why = explainTerm(facts, asOf, NATIONAL_LAW);
    expect(why?.steps.map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      "trigger 2021-03-15",
      "count 2024-03-14",
      "deduct 2024-02-13",
      "stop 2021-05-01",
      "stop 2021-12-01",
    ]);
    expect(why?.steps[3]?.note).toBe("被依法拘留，至2021-05-10止中止10日，期满日顺延至2024-02-23");
    expect(why?.steps[4]?.note).toContain("尚未恢复，已中止31日");
    expect(why?.date).toBe(termOf(facts, asOf, NATIONAL_LAW)?.endOn);
  });
});
