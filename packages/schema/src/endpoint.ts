import type { z } from "zod";
import type { Action, Subject } from "./access/ability.ts";
import type { ProblemCode } from "./problem.ts";

export type Schema = z.core.$ZodType;

/** Who may call: everyone, everyone who is signed in, or whoever may do `action` to some `subject`. */
export type Access = "public" | "signed-in" | readonly [action: Action, subject: Subject];

/**
 * One HTTP endpoint as both sides see it. The route, its validation, the OpenAPI document, the client
 * call, the query key and the permission test are all derived from this object.
 */
export interface Endpoint {
  /** `<feature>.<verb>`, unique; also the first part of the client's query key. */
  readonly name: string;
  readonly summary: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path below `/api/v1`, with `{name}` for parameters. */
  readonly path: string;
  readonly access: Access;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  /** JSON answer; an endpoint that answers with a file or with nothing has none. */
  readonly response?: Schema;
  /** Media type of a file answer. */
  readonly file?: string;
  /** Takes multipart/form-data instead of a JSON body. */
  readonly upload?: true;
  /** Most calls per minute from one client; the server's general limit where left out. */
  readonly perMinute?: number;
  /** Problems beyond those that every endpoint can answer with (see `commonProblems`). */
  readonly problems: readonly ProblemCode[];
}

/** Declares an endpoint and keeps its literal types. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

type Output<S> = S extends Schema ? z.output<S> : undefined;
type Input<S> = S extends Schema ? z.input<S> : undefined;

export type ParamsOf<E extends Endpoint> = Output<E["params"]>;
export type QueryOf<E extends Endpoint> = Output<E["query"]>;
export type BodyOf<E extends Endpoint> = Output<E["body"]>;
export type ResponseOf<E extends Endpoint> = Output<E["response"]>;

type Part<Name extends string, S> = S extends Schema ? { [K in Name]: Input<S> } : unknown;

/** What a caller passes: only the parts that the endpoint declares. */
export type RequestOf<E extends Endpoint> = Part<"params", E["params"]> &
  Part<"query", E["query"]> &
  Part<"body", E["body"]> &
  (E["upload"] extends true ? { form: FormData } : unknown);
