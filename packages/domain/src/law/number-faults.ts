import type { Rule, RuleId, RuleLimits, RulePeriod } from "./rule.ts";
import { RULE_LIMITS } from "./rule.ts";

/** A field of a version, by the path at which it is entered, and what is wrong with it. */
export interface VersionFault {
  readonly field: string;
  readonly says: string;
}

interface PeriodShape {
  readonly units: readonly RulePeriod["unit"][];
  /** The longest period, in the unit that is given, that still makes sense. */
  readonly most: Readonly<Partial<Record<RulePeriod["unit"], number>>>;
  readonly says: string;
}

const TERM: PeriodShape = {
  units: ["month", "year"],
  most: { month: 60, year: 5 },
  says: "执行期限按年或者按月确定，不超过5年，末日不顺延",
};

/** Rules whose period is no way to a last day: how long a term is, and how many days away have to be reported. */
const PERIOD_SHAPES: Partial<Record<RuleId, PeriodShape>> = {
  T3: TERM,
  T4: TERM,
  T7: { units: ["day"], most: { day: 60 }, says: "外出天数按自然日确定，不超过60日，末日不顺延" },
};

/** What is wrong with the period of a rule's next version. */
export function periodFaults(
  { period }: { readonly period: RulePeriod | null },
  last: Rule,
): readonly VersionFault[] {
  const field = "/content/period";
  if ((last.period === undefined) !== (period === null)) {
    return [{ field, says: last.period === undefined ? "这条规则没有期限，不能加期限" : "这条规则须有期限" }];
  }
  if (period === null) return [];
  const shape = PERIOD_SHAPES[last.id];
  if (shape !== undefined) {
    const { amount, unit, counting, rollsOver } = period;
    const fits = shape.units.includes(unit) && amount <= (shape.most[unit] ?? 0);
    return fits && counting === "natural" && !rollsOver
      ? []
      : [{ field: `${field}/amount`, says: shape.says }];
  }
  if (period.unit !== "day" && period.counting === "working") {
    return [{ field: `${field}/counting`, says: "只有按日的期限可以按工作日计算" }];
  }
  return [];
}

/** What is wrong with the numbers of a rule's next version: it has those of the last one, each within its bounds. */
export function limitFaults(
  { limits }: { readonly limits: RuleLimits | null },
  last: Rule,
): readonly VersionFault[] {
  if (limits === null) return [];
  const known = last.limits ?? {};
  return RULE_LIMITS.flatMap(({ code, most }): VersionFault[] => {
    const field = `/content/limits/${code}`;
    const number = limits[code];
    if (known[code] === undefined) {
      return number === undefined ? [] : [{ field, says: "这条规则没有这个数" }];
    }
    const isSensible = number !== undefined && Number.isInteger(number) && 1 <= number && number <= most;
    return isSensible ? [] : [{ field, says: `须为 1 至 ${most} 的整数` }];
  });
}
