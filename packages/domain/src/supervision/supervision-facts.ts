import type { BreachKind } from "../breach/breach-record.ts";
import type { IssuedDocument } from "../handoff/document-service.ts";
import type { ControlFacts } from "../indicators/control-reason.ts";
import type { DrugTest } from "../testing/drug-test.ts";
import type { PlainDate } from "../time/plain-date.ts";
import type { Visit } from "../visit/visit.ts";
import type { ApprovalKind } from "./approval.ts";
import type { DutyKind } from "./duty.ts";
import type { RiskLevel } from "./risk-level.ts";

/** A goal of the plan, open while it has no `closedOn`. */
export interface PlanGoal {
  readonly id: string;
  readonly setOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly closedOn: PlainDate | undefined;
}

/** A test that another place was asked to make. Without a receipt it does not count. */
export interface TestDelegation {
  readonly id: string;
  readonly requestedOn: PlainDate;
  readonly wantedFrom: PlainDate;
  readonly wantedTo: PlainDate;
  readonly receiptOn: PlainDate | undefined;
  readonly cancelledOn: PlainDate | undefined;
}

/** A grave act that was proposed and waits for a second person. */
export interface OpenApproval {
  readonly kind: ApprovalKind;
  /** The test that a report to the police is about. */
  readonly testId?: string | undefined;
}

/** Whether an act of a kind waits for a second person. */
export function isProposed(
  { openApprovals }: Pick<SupervisionFacts, "openApprovals">,
  kind: ApprovalKind,
): boolean {
  return openApprovals.some((open) => open.kind === kind);
}

/** Everything about one case that supervision asks for. Annulled facts are left out. */
export interface SupervisionFacts extends ControlFacts {
  readonly tests: readonly DrugTest[];
  readonly visits: readonly Visit[];
  readonly documents: readonly (IssuedDocument & { readonly id: string })[];
  readonly goals: readonly PlanGoal[];
  readonly delegations: readonly TestDelegation[];
  readonly breaches: readonly { readonly kind: BreachKind; readonly on: PlainDate }[];
  /** Grave acts that wait for a second person. */
  readonly openApprovals: readonly OpenApproval[];
  /** Deadlines of the office that were put off, the last day included. */
  readonly snoozes: readonly {
    readonly kind: DutyKind;
    readonly subject: string;
    readonly until: PlainDate;
  }[];
  readonly riskLevel: RiskLevel | undefined;
}
