import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import { sessionEndpoints } from "@rehab/schema/session";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addressOf, call } from "./call.ts";
import { offerSignIn, setCsrfToken } from "./session-state.ts";

const id = "0198a000-0000-7000-8000-000000000001";

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status });
}

function refusal(status: number, code: string): Response {
  return answer(status, {
    type: `urn:problem:${code}`,
    title: "…",
    status,
    code,
    instance: "urn:request:r1",
  });
}

const server = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal("fetch", server);
  setCsrfToken("token-1");
});

afterEach(() => {
  server.mockReset();
  vi.unstubAllGlobals();
});

describe("address", () => {
  it("fills in parameters and leaves out what is not asked for", () => {
    const request = { params: { id }, query: { cursor: undefined, limit: 100 } };
    expect(addressOf(enrolleesEndpoints.timeline, request)).toBe(
      `/api/v1/enrollees/${id}/timeline?limit=100`,
    );
  });
});

describe("call", () => {
  it("sends the token with a write and the search words in the body only", async () => {
    server.mockResolvedValueOnce(
      answer(200, { rows: [], nextCursor: null, total: { count: 0, exact: true } }),
    );
    await call(enrolleesEndpoints.search, { body: { q: "张三" } });
    const [address, init] = server.mock.calls[0] ?? [];
    expect(address).toBe("/api/v1/enrollees/search");
    expect(new Headers(init?.headers).get("x-csrf-token")).toBe("token-1");
    expect(init?.body).toBe('{"q":"张三"}');
  });

  it("asks for one sign-in when the session has run out and then repeats every waiting request", async () => {
    const ask = vi.fn<() => Promise<void>>(async () => setCsrfToken("token-2"));
    const withdraw = offerSignIn(ask);
    server
      .mockResolvedValueOnce(refusal(401, "not_signed_in"))
      .mockResolvedValueOnce(refusal(401, "not_signed_in"))
      .mockImplementation(async () => answer(200, { people: [] }));
    const request = { body: { ids: [id], fields: ["name" as const] } };
    await Promise.all([call(enrolleesEndpoints.reveal, request), call(enrolleesEndpoints.reveal, request)]);
    expect(ask).toHaveBeenCalledOnce();
    expect(server).toHaveBeenCalledTimes(4);
    expect(server.mock.lastCall?.[1]?.body).toBe(JSON.stringify(request.body));
    withdraw();
  });

  it("throws the problem of a refusal", async () => {
    server.mockResolvedValueOnce(refusal(401, "wrong_credentials"));
    await expect(
      call(sessionEndpoints.start, { body: { username: "a", password: "b" } }),
    ).rejects.toMatchObject({ name: "ProblemError", problem: { code: "wrong_credentials" } });
  });

  it("says unreachable when no answer comes", async () => {
    server.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    await expect(call(sessionEndpoints.current, {})).rejects.toMatchObject({ name: "UnreachableError" });
  });

  it("renews a stale token once and repeats the write", async () => {
    server
      .mockResolvedValueOnce(refusal(403, "csrf_token_invalid"))
      .mockResolvedValueOnce(answer(200, { csrfToken: "token-2" }))
      .mockResolvedValueOnce(answer(200, { today: "2021-12-31" }));
    await call(sessionEndpoints.setClock, { body: { today: "2021-12-31" } });
    expect(new Headers(server.mock.lastCall?.[1]?.headers).get("x-csrf-token")).toBe("token-2");
  });
});
