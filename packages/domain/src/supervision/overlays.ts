import { isAwayOn, isOverdueOn } from "../leave/leave.ts";
import type { Leave } from "../leave/leave.ts";
import { comparePlainDates } from "../time/plain-date.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { standingOn } from "./case-history.ts";
import type { CaseHistory } from "./case-history.ts";
import type { RiskLevel } from "./risk-level.ts";

/** What lies over the state of a case on a day and moves neither it nor the clock. */
export interface Overlays {
  /** 双向管控: the places of registration and of residence watch together. */
  readonly dualControlSince: PlainDate | undefined;
  /** 药物维持治疗 (戒毒条例 第十二条). */
  readonly maintenanceSince: PlainDate | undefined;
  /**
   * 住院: no rule of its own, but a good reason for a test that was missed or a visit that could not be made. The day of
   * discharge counts as back.
   */
  readonly hospitalSince: PlainDate | undefined;
  readonly risk: { readonly level: RiskLevel; readonly since: PlainDate } | undefined;
  /** The leave that the person is on, in time or overstayed. */
  readonly leave:
    | { readonly from: PlainDate; readonly dueBack: PlainDate; readonly overdue: boolean }
    | undefined;
}

/** The overlays as of a day; none once the case has ended. */
export function overlaysOn(
  facts: { readonly history: CaseHistory; readonly leaves: readonly Leave[] },
  asOf: PlainDate,
): Overlays {
  const overlays: { -readonly [Key in keyof Overlays]: Overlays[Key] } = {
    dualControlSince: undefined,
    maintenanceSince: undefined,
    hospitalSince: undefined,
    risk: undefined,
    leave: undefined,
  };
  if (standingOn(facts.history, asOf).ended !== undefined) return overlays;
  const events = facts.history.events
    .filter(({ on }) => on <= asOf)
    .sort((a, b) => comparePlainDates(a.on, b.on));
  for (const { kind, on, riskLevel } of events) {
    if (kind === "dual_control_started") overlays.dualControlSince ??= on;
    else if (kind === "dual_control_ended") overlays.dualControlSince = undefined;
    else if (kind === "maintenance_started") overlays.maintenanceSince ??= on;
    else if (kind === "maintenance_ended") overlays.maintenanceSince = undefined;
    else if (kind === "hospitalised") overlays.hospitalSince ??= on;
    else if (kind === "discharged") overlays.hospitalSince = undefined;
    else if (kind === "risk_set" && riskLevel !== undefined) overlays.risk = { level: riskLevel, since: on };
  }
  const away = facts.leaves.find((leave) => isAwayOn(leave, asOf));
  if (away !== undefined) {
    overlays.leave = { from: away.from, dueBack: away.dueBack, overdue: isOverdueOn(away, asOf) };
  }
  return overlays;
}
