import type { ProblemCode } from "@rehab/schema/problem";

export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** Stops a request with one problem of the catalogue. `detail` and `errors` never hold personal data. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly errors: readonly FieldError[] | undefined;

  constructor(code: ProblemCode, more: { detail?: string; errors?: readonly FieldError[] } = {}) {
    super(code);
    this.code = code;
    this.detail = more.detail;
    this.errors = more.errors;
  }
}
