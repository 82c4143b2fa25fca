import { problems } from "@rehab/schema/problem";
import type { Problem, ProblemCode } from "@rehab/schema/problem";
import type { FastifyError } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { ProblemError } from "../core/problem-error.ts";
import type { FieldError } from "../core/problem-error.ts";
import { violatedUnique } from "../db/client.ts";
import { uniqueProblemOf } from "./unique-problems.ts";

/** Any error as an RFC 9457 body. Nothing of an unexpected error reaches the answer. */
export function toProblem(error: FastifyError | Error, requestId: string): Problem {
  if (error instanceof ProblemError) return problem(error.code, requestId, error.detail, error.errors);
  const violated = violatedUnique(error);
  if (violated !== undefined) {
    const { code, detail, errors } = uniqueProblemOf(violated);
    return problem(code, requestId, detail, errors);
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      pointer: issue.instancePath === "" ? "/" : issue.instancePath,
      detail: issue.message ?? "",
    }));
    return problem("invalid_input", requestId, undefined, errors);
  }
  return problem(codeOf(error), requestId);
}

function codeOf(error: FastifyError | Error): ProblemCode {
  const status = "statusCode" in error ? error.statusCode : undefined;
  if (status === 429) return "rate_limited";
  if (status === 413) return "upload_too_large";
  if (status === 503) return "unavailable";
  if (status === 404) return "not_found";
  if (status !== undefined && status >= 400 && status < 500) return "invalid_input";
  return "unexpected";
}

function problem(
  code: ProblemCode,
  requestId: string,
  detail?: string,
  errors?: readonly FieldError[],
): Problem {
  const { status, title } = problems[code];
  return {
    type: `urn:problem:${code}`,
    title,
    status,
    code,
    instance: `urn:request:${requestId}`,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors: [...errors] }),
  };
}

/** What may be logged of an error: never its message, which can hold the values of a statement. */
export function loggable(error: Error): Record<string, unknown> {
  const cause = error.cause instanceof Error ? error.cause : error;
  const details = cause as { code?: unknown; constraint?: unknown; table?: unknown };
  return {
    kind: cause.name,
    code: details.code,
    constraint: details.constraint,
    table: details.table,
    at: error.stack
      ?.split("\n")
      .filter((line) => line.trimStart().startsWith("at "))
      .slice(0, 6),
  };
}

/** What a command line may say of an error; a database error's message repeats the values of its statement. */
export function sayable(error: unknown): string {
  if (!(error instanceof Error)) return "something unexpected went wrong";
  return error.cause instanceof Error
    ? `the database refused: ${JSON.stringify(loggable(error))}`
    : error.message;
}
