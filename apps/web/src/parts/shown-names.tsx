import { useState } from "react";
import type { ReactNode } from "react";
import { ProblemAlert } from "../api/problems.tsx";
import { useRevealedNames } from "../api/revealed-names.ts";
import { useSession } from "../api/session.ts";
import { ShowNames } from "../ui/show-names.tsx";

/** Somebody in a list. */
export interface Listed {
  readonly maskedName: string;
}

interface ShownNames<Row> {
  /** The name as it is shown now: masked until somebody asks for the whole ones. */
  readonly nameOf: (row: Row) => string;
  /** The way to the whole names, for those who may see them. */
  readonly toggle: ReactNode;
  readonly problem: ReactNode;
  /** Whole names are on their way. */
  readonly loading: boolean;
}

/** The names of a list: masked, and whole while somebody who may see them asks for them. */
export function useShownNames<Row extends Listed>(
  rowPages: readonly (readonly Row[])[],
  enrolleeIdOf: (row: Row) => string,
): ShownNames<Row> {
  const { ability } = useSession();
  const [shown, setShown] = useState(false);
  const { nameOf, loading, error } = useRevealedNames(
    rowPages.map((rows) => rows.map(enrolleeIdOf)),
    shown,
  );
  return {
    nameOf: (row) => nameOf(enrolleeIdOf(row)) ?? row.maskedName,
    toggle: ability.can("reveal", "CaseFile") && (
      <ShowNames shown={shown} loading={loading} onChange={setShown} />
    ),
    problem: <ProblemAlert error={error} />,
    loading,
  };
}
