import { maskPersonName } from "@rehab/domain/identity/person-name";
import { absences } from "@rehab/domain/leave/absences";
import { dueBackOn, isUndecided, leaveStandingOn, leaveTotals, returnOf } from "@rehab/domain/leave/leave";
import type { Leave, LeaveStanding } from "@rehab/domain/leave/leave";
import { maxDate } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { LeaveView } from "@rehab/schema/leaves";
import { mayAtStation } from "../../core/require-at-station.ts";
import type { QueryContext, UseCaseContext } from "../../core/use-case.ts";
import type { LeaveRecord } from "./load-leaves.ts";

type Context = QueryContext | UseCaseContext;

/** A leave as list and ledger show it, with what can be done about it now. */
export function leaveView(context: Context, record: LeaveRecord): LeaveView {
  const { today, law } = context;
  const { row, leave } = record;
  const standing = leaveStandingOn(leave, today, law);
  const { daysAway } = leaveTotals([leave], leave.from, maxDate(leave.from, today));
  return {
    id: row.id,
    enrolleeId: row.enrolleeId,
    maskedName: maskPersonName(record.name),
    stationName: record.stationName,
    caseworkerName: record.caseworkerName,
    kind: row.kind as LeaveView["kind"],
    standing,
    requestedOn: row.requestedOn,
    leftOn: row.leftOn,
    dueBackOn: dueBackOn(leave, today),
    returnedOn: returnOf(leave, today) ?? null,
    daysAway: leave.from > today ? 0 : daysAway,
    daysOver: absences([leave], today).reduce((total, { days }) => total + days, 0),
    destination: row.destination,
    reason: row.reason,
    approver: row.approver,
    companion: (row.details as { companion?: string | null } | null)?.companion ?? null,
    note: row.note,
    steps: record.steps.map((step) => ({
      kind: step.kind as LeaveView["steps"][number]["kind"],
      happenedOn: step.happenedOn,
      dueBackOn: step.dueBackOn,
      by: step.by,
      note: step.note,
      recordedAt: step.recordedAt.toISOString(),
    })),
    annulled: row.annulledAt === null ? null : (row.annulmentReason ?? ""),
    actions: actionsOf(context, record, standing),
  };
}

export type LeaveAction = "decide" | "extend" | "checkReturn" | "cancel" | "annul";

/** Why each step is not possible as the leave stands, whoever asks; undefined for one that is. */
export function leaveObstacles(
  leave: Leave,
  isAnnulled: boolean,
  today: PlainDate,
  law: Context["law"],
): Readonly<Record<LeaveAction, string | undefined>> {
  const standing = leaveStandingOn(leave, today, law);
  const annulled = isAnnulled ? "这条记录已经撤销" : undefined;
  const closed = annulled ?? closedBecause[standing];
  const isGone = leave.kind === "unreported" ? "擅自离开的不办理续假" : undefined;
  return {
    decide: closed ?? (isUndecided(leave, today, law) ? undefined : "本县不要求审批，或者已经批复"),
    extend: closed ?? isGone ?? (standing === "to_decide" ? "还没有批复" : undefined),
    checkReturn: closed ?? (today < leave.from ? "还没有到外出日期" : undefined),
    cancel: closed ?? (leave.kind === "unreported" ? "登记有误的，请撤销" : undefined),
    annul: annulled,
  };
}

const closedBecause: Partial<Record<LeaveStanding, string>> = {
  refused: "没有批准",
  cancelled: "已登记未成行",
  returned: "已经销假",
};

function actionsOf(context: Context, record: LeaveRecord, standing: LeaveStanding): LeaveView["actions"] {
  const { actor, today, law } = context;
  const { row, leave } = record;
  const obstacles = leaveObstacles(leave, row.annulledAt !== null, today, law);
  const mayRecord = mayAtStation(actor, "update", "CaseFile", row.stationId);
  const mayDecide = mayAtStation(actor, "update", "Approval", row.stationId);
  const isOwn = row.recordedBy !== null && row.recordedBy === actor.accountId;
  return Object.entries(obstacles)
    .filter(([action]) => action !== "decide" || standing === "to_decide")
    .map(([action, obstacle]) => {
      const notMine =
        action === "decide"
          ? mayDecide
            ? isOwn
              ? "登记人不能批复自己登记的外出"
              : undefined
            : "由督查人员批复"
          : mayRecord
            ? undefined
            : "由本站专职工作人员登记";
      const reason = obstacle ?? notMine ?? null;
      return { action, allowed: reason === null, reason };
    });
}
