import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MovableClock } from "../src/core/clock.ts";
import { session } from "../src/db/schema/account.ts";
import { createAppWorld, password } from "./app-world.ts";
import type { AppWorld } from "./app-world.ts";

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

const signIn = (username: string, given = password) =>
  world.app.inject({ method: "POST", url: "/api/v1/session", payload: { username, password: given } });

const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
  String(answer.headers["set-cookie"]).split(";")[0] ?? "";

describe("signing in", () => {
  it("sets a cookie that scripts and other sites cannot use, and stores no token", async () => {
    const answer = await signIn("supervisor");
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["set-cookie"]).toMatch(/HttpOnly; SameSite=Strict/u);
    const token = cookieOf(answer).split("=")[1] ?? "";
    const stored = await world.services.db.single((tx) => tx.select().from(session));
    expect(stored.some(({ tokenHash }) => tokenHash.toString("base64url") === token)).toBe(false);
    expect(answer.json()).toMatchObject({
      account: { username: "supervisor", roles: ["supervisor"] },
      county: { code: "999901", name: "测试县" },
      today: "2021-12-31",
    });
  });

  it.each([
    ["supervisor", "Wrong-pass-1"],
    ["nobody-here", password],
  ])("answers a wrong password and an unknown name (%s) alike", async (username, given) => {
    const answer = await signIn(username, given);
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: "wrong_credentials" });
  });

  it("locks an account after five failures, also for the right password", async () => {
    for (const expected of [401, 401, 401, 401, 429, 429]) {
      expect((await signIn("caseworkerb", "Wrong-pass-1")).statusCode).toBe(expected);
    }
    expect((await signIn("caseworkerb")).json()).toMatchObject({ code: "locked_out" });
  });

  it("asks for what is missing, in Chinese", async () => {
    const answer = await world.app.inject({
      method: "POST",
      url: "/api/v1/session",
      payload: { username: "" },
    });
    expect(answer.statusCode).toBe(400);
    const { errors } = answer.json<{ errors: { pointer: string; detail: string }[] }>();
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(["/password", "/username"]);
    expect(errors.every(({ detail }) => /\p{Script=Han}/u.test(detail))).toBe(true);
  });
});

describe("one client", () => {
  it("cannot try passwords without end, not even with another made-up session each time", async () => {
    const own = await createAppWorld();
    const codes: unknown[] = [];
    for (let attempt = 0; attempt < 61; attempt += 1) {
      const answer = await own.app.inject({
        method: "POST",
        url: "/api/v1/session",
        headers: { cookie: `rehab_session=made-up-${attempt}` },
        payload: { username: `unknown-${attempt}`, password: "" },
      });
      codes.push(answer.json<{ code: string }>().code);
    }
    await own.close();
    expect(new Set(codes.slice(0, 60))).toEqual(new Set(["invalid_input"]));
    expect(codes.at(-1)).toBe("rate_limited");
  });
});

describe("a session", () => {
  it("writes nothing without its CSRF token", async () => {
    const cookie = cookieOf(await signIn("supervisor"));
    const request = { method: "DELETE" as const, url: "/api/v1/session" };
    const without = await world.app.inject({ ...request, headers: { cookie } });
    expect(without.json()).toMatchObject({ code: "csrf_token_invalid" });
    const wrong = await world.app.inject({ ...request, headers: { cookie, "x-csrf-token": "x" } });
    expect(wrong.json()).toMatchObject({ code: "csrf_token_invalid" });
  });

  it("ends on sign-out, here or everywhere", async () => {
    const open = async () => {
      const answer = await signIn("adminsupervisor");
      return { cookie: cookieOf(answer), "x-csrf-token": answer.json<{ csrfToken: string }>().csrfToken };
    };
    const [first, second, third] = [await open(), await open(), await open()];
    const who = async (headers: typeof first) =>
      (await world.app.inject({ url: "/api/v1/session", headers })).statusCode;
    await world.app.inject({ method: "DELETE", url: "/api/v1/session", headers: first });
    expect([await who(first), await who(second), await who(third)]).toEqual([401, 200, 200]);
    await world.app.inject({ method: "DELETE", url: "/api/v1/sessions", headers: second });
    expect([await who(second), await who(third)]).toEqual([401, 401]);
  });

  it("changes the password only with the present one, and ends the others", async () => {
    const first = await signIn("caseworkera");
    const other = await signIn("caseworkera");
    const change = (currentPassword: string, newPassword: string) =>
      world.app.inject({
        method: "POST",
        url: "/api/v1/session/password",
        headers: { cookie: cookieOf(first), "x-csrf-token": first.json<{ csrfToken: string }>().csrfToken },
        payload: { currentPassword, newPassword },
      });
    expect((await change("Wrong-pass-1", "Lantern-2022")).json()).toMatchObject({
      code: "wrong_credentials",
    });
    expect((await change(password, "lantern")).json()).toMatchObject({ code: "password_too_weak" });
    expect((await change(password, "Lantern-2022")).statusCode).toBe(204);
    const asOther = await world.app.inject({ url: "/api/v1/session", headers: { cookie: cookieOf(other) } });
    expect(asOther.statusCode).toBe(401);
    expect((await signIn("caseworkera", "Lantern-2022")).statusCode).toBe(200);
  });
});

describe("the training clock", () => {
  const set = (today: string) =>
    world.call("admin", { method: "PUT", url: "/api/v1/clock", payload: { today } });

  it("moves the register with it, there and back", async () => {
    const states = async () => {
      const answer = await world.call("supervisor", { url: "/api/v1/enrollees" });
      return answer.json<{ rows: { state: string }[] }>().rows.map(({ state }) => state);
    };
    expect(await states()).toEqual(["active", "active", "active"]);
    expect((await set("2024-06-03")).json()).toEqual({ today: "2024-06-03" });
    expect(await states()).toEqual(["expired", "expired", "expired"]);
    await set("2021-06-02");
    expect(await states()).toEqual(["pending_report", "pending_report", "pending_report"]);
    await set("2021-05-01");
    expect(await states()).toEqual([]);
    await set("2021-12-31");
    expect(await states()).toEqual(["active", "active", "active"]);
    expect(world.services.clock).toBeInstanceOf(MovableClock);
  });

  it("does not move to a day that does not exist", async () => {
    const answer = await set("2021-02-29");
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: "invalid_input", errors: [{ pointer: "/today" }] });
  });
});
