import type { UseCaseContext } from "../../core/use-case.ts";

/** What every fact has that can be annulled. */
export interface AnnullableRow {
  readonly id: string;
  readonly stationId: string;
  readonly annulledAt: Date | null;
}

/** A row that still holds. */
export function holds({ annulledAt }: Pick<AnnullableRow, "annulledAt">): boolean {
  return annulledAt === null;
}

/** The columns that annul a record. */
export function annulment({ now, actor }: Pick<UseCaseContext, "now" | "actor">, reason: string) {
  return { annulledAt: now, annulledBy: actor.accountId, annulmentReason: reason };
}
