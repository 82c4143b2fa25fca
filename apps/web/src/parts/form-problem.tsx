import { ProblemAlert } from "../api/problems.tsx";
import { StaleChoice } from "../ui/stale-choice.tsx";
import type { StaleChoiceProps } from "../ui/stale-choice.tsx";

interface FormProblemProps<Values extends object> extends StaleChoiceProps<Values> {
  /** What was refused as a whole. */
  readonly error: unknown;
}

/** Why a form of a record that others save too is not saved: it was refused, or somebody else saved first. */
export function FormProblem<Values extends object>({ error, ...choice }: FormProblemProps<Values>) {
  return (
    <>
      <ProblemAlert error={error} />
      <StaleChoice {...choice} />
    </>
  );
}
