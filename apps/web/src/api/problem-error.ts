import type { Problem } from "@rehab/schema/problem";

/** A refusal by the server, as it words it (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }

  /** The number under which the server's log keeps this request. */
  get requestId(): string {
    return this.problem.instance.replace("urn:request:", "");
  }
}

/** The server could not be reached. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
}

/** Whether `error` is a refusal with this code. */
export function isProblem(error: unknown, code: Problem["code"]): error is ProblemError {
  return error instanceof ProblemError && error.problem.code === code;
}

/** Who saved the version that a refused one is older than, and when, in a sentence; undefined where nobody knows. */
export function savedByOf(error: unknown): string | undefined {
  return isProblem(error, "stale_version") ? error.problem.detail : undefined;
}
