import type { Endpoint, RequestOf, ResponseOf } from "@rehab/schema/endpoint";
import { Problem } from "@rehab/schema/problem";
import { sessionEndpoints } from "@rehab/schema/session";
import { ProblemError, UnreachableError, isProblem } from "./problem-error.ts";
import { getCsrfToken, setCsrfToken, signInAgain } from "./session-state.ts";

const BASE = "/api/v1";

/** A file that the server sent, with the name it suggests. */
export interface Download {
  readonly blob: Blob;
  readonly fileName: string;
}

export type AnswerOf<E extends Endpoint> = E extends { readonly file: string } ? Download : ResponseOf<E>;

interface Parts {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  readonly body?: unknown;
  readonly form?: FormData;
}

/**
 * Calls an endpoint. When the session has run out it asks for a sign-in over the page and goes on afterwards,
 * so that nothing typed is lost. Throws ProblemError for a refusal, UnreachableError without a connection.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  request: RequestOf<E>,
  signal?: AbortSignal,
): Promise<AnswerOf<E>> {
  const parts = request as Parts;
  const tokenUsed = getCsrfToken();
  const response = await send(endpoint, parts, signal);
  if (response.ok) return read(endpoint, response);

  const refusal = await refusalOf(response);
  const mayRetry =
    (isProblem(refusal, "not_signed_in") && (await signInAgain(tokenUsed))) ||
    (isProblem(refusal, "csrf_token_invalid") && (await renewCsrfToken()));
  if (!mayRetry) throw refusal;
  return retry(endpoint, parts, signal);
}

async function retry<E extends Endpoint>(
  endpoint: E,
  parts: Parts,
  signal: AbortSignal | undefined,
): Promise<AnswerOf<E>> {
  const response = await send(endpoint, parts, signal);
  if (response.ok) return read(endpoint, response);
  throw await refusalOf(response);
}

async function renewCsrfToken(): Promise<boolean> {
  const response = await send(sessionEndpoints.current, {}, undefined);
  if (!response.ok) return false;
  const session = (await response.json()) as ResponseOf<typeof sessionEndpoints.current>;
  setCsrfToken(session.csrfToken);
  return true;
}

async function send(endpoint: Endpoint, parts: Parts, signal: AbortSignal | undefined): Promise<Response> {
  const headers = new Headers({ accept: "application/json" });
  const token = getCsrfToken();
  if (endpoint.method !== "GET" && token !== undefined) headers.set("x-csrf-token", token);
  if (parts.body !== undefined) headers.set("content-type", "application/json");
  try {
    return await fetch(addressOf(endpoint, parts), {
      method: endpoint.method,
      headers,
      credentials: "same-origin",
      ...(signal && { signal }),
      ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
      ...(parts.form && { body: parts.form }),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new UnreachableError("unreachable", { cause });
  }
}

/** The address of a request, path parameters and query filled in. */
export function addressOf(endpoint: Endpoint, parts: Parts): string {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) =>
    encodeURIComponent(String(parts.params?.[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts.query ?? {})) {
    if (value !== undefined && value !== null && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return `${BASE}${path}${text === "" ? "" : `?${text}`}`;
}

async function read<E extends Endpoint>(endpoint: E, response: Response): Promise<AnswerOf<E>> {
  if (endpoint.file !== undefined) {
    const download: Download = { blob: await response.blob(), fileName: fileNameOf(response) };
    return download as AnswerOf<E>;
  }
  if (endpoint.response === undefined) return undefined as AnswerOf<E>;
  return (await response.json()) as AnswerOf<E>;
}

function fileNameOf(response: Response): string {
  const disposition = response.headers.get("content-disposition") ?? "";
  const encoded = /filename\*=UTF-8''([^;]+)/iu.exec(disposition)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/iu.exec(disposition)?.[1] ?? "download.xlsx";
}

async function refusalOf(response: Response): Promise<ProblemError | UnreachableError> {
  const parsed = Problem.safeParse(await response.json().catch(() => undefined));
  // A gateway in between answers without our problem body.
  return parsed.success ? new ProblemError(parsed.data) : new UnreachableError(`status ${response.status}`);
}
