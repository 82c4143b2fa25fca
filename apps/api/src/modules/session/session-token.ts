import { hash, randomBytes, timingSafeEqual } from "node:crypto";

/** A new session token: 32 random bytes, known to the browser's cookie only. */
export const newSessionToken = (): string => randomBytes(32).toString("base64url");

/** What is stored of a token. */
export const hashOfToken = (token: string): Buffer => hash("sha256", token, "buffer");

/**
 * The session's CSRF token. It is derived from the session token, which scripts cannot read,
 * so another site can neither know nor guess it.
 */
export const csrfTokenOf = (token: string): string => hash("sha256", `csrf:${token}`, "base64url");

/** Whether a request carries the CSRF token of its session. */
export function isCsrfToken(given: string | undefined, sessionToken: string): boolean {
  const expected = Buffer.from(csrfTokenOf(sessionToken));
  const actual = Buffer.from(given ?? "");
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
