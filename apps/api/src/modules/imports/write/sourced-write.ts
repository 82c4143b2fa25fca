import type { Plan } from "../plan/planned-row.ts";
import type { Write } from "../plan/writes.ts";

/** Where a recorded fact comes from; stored with each of them. */
export interface Provenance {
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly batchId: string;
  readonly importRowId: string | null;
}

export interface SourcedWrite<W extends Write = Write> {
  readonly write: W;
  readonly provenance: Provenance;
}

/** The writes of a plan in order, each with its source. */
export function sourcedWrites(
  plan: Plan,
  batchId: string,
  by: { readonly recordedAt: Date; readonly recordedBy: string | null },
): SourcedWrite[] {
  const ofFiles = plan.files.flatMap(({ writes }) =>
    writes.map((write) => ({ write, provenance: { ...by, batchId, importRowId: null } })),
  );
  const ofRows = plan.rows.flatMap(({ source, writes }) =>
    writes.map((write) => ({
      write,
      provenance: { ...by, batchId: source.batchId, importRowId: source.id },
    })),
  );
  return [...ofFiles, ...ofRows];
}

/** The writes of one kind. */
export function pick<Op extends Write["op"]>(
  writes: readonly SourcedWrite[],
  op: Op,
): SourcedWrite<Extract<Write, { readonly op: Op }>>[] {
  return writes.filter((sourced): sourced is SourcedWrite<Extract<Write, { readonly op: Op }>> => {
    return sourced.write.op === op;
  });
}
