import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/core/ids.ts";
import { createAppWorld, password } from "./app-world.ts";
import type { AppWorld } from "./app-world.ts";
import { savedAt } from "./saved-at.ts";

interface AccountBody {
  readonly id: string;
  readonly username: string;
  readonly version: number;
}

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

const create = (changes: Record<string, unknown> = {}) =>
  world.call("admin", {
    method: "POST",
    url: "/api/v1/accounts",
    payload: {
      id: newId(),
      username: "newcomer",
      displayName: "新人",
      roles: ["caseworker"],
      stationId: world.stations.a,
      password,
      ...changes,
    },
  });

const update = (account: AccountBody, changes: Record<string, unknown> = {}) =>
  world.call("admin", {
    method: "PUT",
    url: `/api/v1/accounts/${account.id}`,
    payload: {
      version: account.version,
      displayName: "新人",
      roles: ["caseworker"],
      stationId: world.stations.a,
      status: "active",
      ...changes,
    },
  });

const accountNamed = async (username: string): Promise<AccountBody> => {
  const { accounts } = (await world.call("admin", { url: "/api/v1/accounts" })).json<{
    accounts: AccountBody[];
  }>();
  const found = accounts.find((account) => account.username === username);
  if (found === undefined) throw new Error(`no account ${username}`);
  return found;
};

describe("creating an account", () => {
  it("asks for a new password at the first sign-in", async () => {
    expect((await create()).json()).toMatchObject({
      username: "newcomer",
      roles: ["caseworker"],
      status: "active",
    });
    const session = await world.app.inject({
      method: "POST",
      url: "/api/v1/session",
      payload: { username: "newcomer", password },
    });
    expect(session.json()).toMatchObject({ account: { mustChangePassword: true, stationName: "甲中心站" } });
  });

  it("changes nothing when the same request comes again, and takes no name twice", async () => {
    const { id } = await accountNamed("newcomer");
    expect((await create({ id })).statusCode).toBe(200);
    expect((await create()).json()).toMatchObject({ code: "username_taken" });
  });

  it.each([
    [{ username: "second", password: "lantern" }, "password_too_weak"],
    [{ username: "second", stationId: newId() }, "not_found"],
    [{ username: "Second!" }, "invalid_input"],
    [{ username: "second", stationId: null }, "invalid_input"],
    [{ username: "second", roles: [] }, "invalid_input"],
  ])("refuses %o with %s", async (changes, code) => {
    expect((await create(changes)).json()).toMatchObject({ code });
  });
});

describe("changing an account", () => {
  it("ends its sessions, so that the new rights hold at once", async () => {
    const account = await accountNamed("caseworkerb");
    expect((await world.call("caseworkerB", { url: "/api/v1/enrollees" })).statusCode).toBe(200);
    const changed = await update(account, { displayName: "乙", roles: ["supervisor"], stationId: null });
    expect(changed.json()).toMatchObject({ roles: ["supervisor"], version: account.version + 1 });
    expect((await world.call("caseworkerB", { url: "/api/v1/enrollees" })).statusCode).toBe(401);
  });

  it("refuses what was read before somebody else's change", async () => {
    const account = await accountNamed("caseworkerb");
    expect((await update({ ...account, version: 1 })).json()).toMatchObject({
      code: "stale_version",
      detail: expect.stringMatching(savedAt("您本人（另一个窗口）")),
    });
    expect((await update({ ...account, id: newId() })).json()).toMatchObject({ code: "not_found" });
  });

  it("does not let admins lock themselves out", async () => {
    const own = await accountNamed("admin");
    const answers = [
      await update(own, { roles: ["supervisor"], stationId: null }),
      await update(own, { roles: ["admin"], stationId: null, status: "disabled" }),
    ];
    for (const answer of answers) expect(answer.json()).toMatchObject({ code: "wrong_state" });
  });

  it("lets nobody in who was disabled", async () => {
    await update(await accountNamed("newcomer"), { status: "disabled" });
    const session = await world.app.inject({
      method: "POST",
      url: "/api/v1/session",
      payload: { username: "newcomer", password },
    });
    expect(session.json()).toMatchObject({ code: "wrong_credentials" });
  });
});

describe("resetting a password", () => {
  it("unlocks the account and ends its sessions", async () => {
    const { id } = await accountNamed("caseworkera");
    const signIn = (given: string) =>
      world.app.inject({
        method: "POST",
        url: "/api/v1/session",
        payload: { username: "caseworkera", password: given },
      });
    for (let failures = 0; failures < 5; failures += 1) await signIn("Wrong-pass-1");
    expect((await signIn(password)).json()).toMatchObject({ code: "locked_out" });
    const reset = (given: string) =>
      world.call("admin", {
        method: "POST",
        url: `/api/v1/accounts/${id}/password`,
        payload: { password: given },
      });
    expect((await reset("weak")).json()).toMatchObject({ code: "password_too_weak" });
    expect((await reset("Lantern-2031")).json()).toMatchObject({ lockedUntil: null });
    expect((await signIn("Lantern-2031")).statusCode).toBe(200);
  });
});

describe("a production county", () => {
  it("has no clock to move", async () => {
    const production = await createAppWorld({ mode: "production" });
    const answer = await production.call("admin", {
      method: "PUT",
      url: "/api/v1/clock",
      payload: { today: "2021-12-31" },
    });
    expect(answer.json()).toMatchObject({ code: "training_only" });
    const system = await production.app.inject({ url: "/api/v1/system" });
    expect(system.json()).toMatchObject({ mode: "production", trainingPassword: null, trainingAccounts: [] });
    await production.close();
  });
});
