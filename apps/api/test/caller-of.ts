import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";

/** Sends requests as somebody: signs in once by the caller's name in lower case, then with cookie and CSRF token. */
export function callerOf(
  app: FastifyInstance,
  password: string,
): (caller: string, request: InjectOptions) => Promise<LightMyRequestResponse> {
  const sessions = new Map<string, { cookie: string; csrf: string }>();
  const signIn = async (caller: string) => {
    const known = sessions.get(caller);
    if (known !== undefined) return known;
    const answer = await app.inject({
      method: "POST",
      url: "/api/v1/session",
      payload: { username: caller.toLowerCase(), password },
    });
    const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
    const session = { cookie, csrf: answer.json<{ csrfToken: string }>().csrfToken };
    sessions.set(caller, session);
    return session;
  };
  return async (caller, request) => {
    if (caller === "anonymous") return app.inject(request);
    const { cookie, csrf } = await signIn(caller);
    return app.inject({ ...request, headers: { ...request.headers, cookie, "x-csrf-token": csrf } });
  };
}
