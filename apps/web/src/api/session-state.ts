/**
 * What every call needs to know about the session, and how a call asks for a new sign-in. It lives outside
 * React because calls do.
 */
let csrfToken: string | undefined;
let askSignIn: (() => Promise<void>) | undefined;
let asking: Promise<void> | undefined;

export function getCsrfToken(): string | undefined {
  return csrfToken;
}

export function setCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** Registers the dialog that signs in over the page; returns how to take it away again. */
export function offerSignIn(ask: () => Promise<void>): () => void {
  askSignIn = ask;
  return () => {
    askSignIn = undefined;
  };
}

/**
 * Waits for the person to sign in again; calls at the same time share one dialog, and a call that was refused
 * before the new sign-in (`tokenUsed` is of the old session) need not ask. False when no page is there to ask.
 */
export async function signInAgain(tokenUsed: string | undefined): Promise<boolean> {
  if (tokenUsed !== undefined && tokenUsed !== csrfToken) return true;
  if (askSignIn === undefined) return false;
  asking ??= askSignIn().finally(() => {
    asking = undefined;
  });
  await asking;
  return true;
}
