import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAppWorld, samplePerson } from "./app-world.ts";
import type { AppWorld } from "./app-world.ts";

const logged: string[] = [];
let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld({ log: (line) => logged.push(line) });
});
afterAll(() => world.close());

const secrets = [samplePerson.name, samplePerson.idNumber, samplePerson.phone, "曾"];

describe("what answers show", () => {
  it("masks names and numbers in list and file", async () => {
    const list = await world.call("caseworkerA", { url: "/api/v1/enrollees?q=0010" });
    const file = await world.call("caseworkerA", { url: `/api/v1/enrollees/${world.people.atA}` });
    for (const answer of [list, file]) {
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain("4306**********0010");
      expect(answer.body).not.toContain(samplePerson.idNumber);
      expect(answer.body).not.toContain(samplePerson.name);
      expect(answer.body).not.toContain(samplePerson.phone);
    }
  });

  it("shows whole values on their own request, which the file remembers", async () => {
    const url = `/api/v1/enrollees/${world.people.atA}/access-log`;
    const before = (await world.call("supervisor", { url })).json<{ entries: unknown[] }>().entries.length;
    const shown = await world.call("caseworkerA", {
      method: "POST",
      url: "/api/v1/enrollees/reveal",
      payload: { ids: [world.people.atA], fields: ["name", "idNumber", "phone"] },
    });
    expect(shown.json()).toEqual({ people: [{ id: world.people.atA, ...samplePerson }] });
    const { entries } = (await world.call("supervisor", { url })).json<{
      entries: Record<string, unknown>[];
    }>();
    expect(entries).toHaveLength(before + 1);
    expect(entries[0]).toMatchObject({
      action: "enrollees.reveal",
      actorName: "caseworkera",
      stationName: "甲中心站",
      fields: ["name", "idNumber", "phone"],
    });
  });

  it("keeps names out of the cursor", async () => {
    const answer = await world.call("supervisor", { url: "/api/v1/enrollees?limit=1" });
    const { nextCursor, rows } = answer.json<{ nextCursor: string; rows: { id: string }[] }>();
    expect(Buffer.from(nextCursor, "base64url").toString("latin1")).not.toMatch(/li|an|zeng/u);
    const next = await world.call("supervisor", { url: `/api/v1/enrollees?limit=2&cursor=${nextCursor}` });
    const ids = [...rows, ...next.json<{ rows: { id: string }[] }>().rows].map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    const broken = await world.call("supervisor", { url: "/api/v1/enrollees?cursor=abc" });
    expect(broken.json()).toMatchObject({ code: "invalid_input", errors: [{ pointer: "/cursor" }] });
  });
});

describe("what logs and errors show", () => {
  it("names nobody, whatever was asked for", async () => {
    const name = encodeURIComponent(samplePerson.name);
    await world.call("caseworkerA", { url: `/api/v1/enrollees?q=${name}` });
    await world.call("caseworkerA", { url: `/api/v1/enrollees?q=${samplePerson.idNumber}&limit=wrong` });
    await world.call("caseworkerA", { url: `/api/v1/enrollees/${name}` });
    const failed = await world.call("caseworkerA", {
      method: "POST",
      url: "/api/v1/enrollees/search",
      payload: { q: samplePerson.name.repeat(60), stationId: samplePerson.idNumber },
    });
    expect(failed.statusCode).toBe(400);
    for (const secret of secrets) expect(failed.body).not.toContain(secret);
    const everything = logged.join("\n");
    expect(logged.length).toBeGreaterThan(5);
    for (const secret of [...secrets, name]) expect(everything).not.toContain(secret);
  });

  it("says nothing of an unexpected error but its number", async () => {
    const { app } = world;
    const answer = await world.call("caseworkerA", {
      url: "/api/v1/enrollees/00000000-0000-7000-8000-00000000000g",
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.json<{ instance: string }>().instance).toMatch(/^urn:request:/u);
    expect((await app.inject({ url: "/api/v1/nowhere" })).json()).toMatchObject({ code: "not_found" });
  });
});

describe("the audit trail", () => {
  it("records opened files and denied attempts, without names", async () => {
    await world.call("caseworkerA", { url: `/api/v1/enrollees/${world.people.atA}` });
    await world.call("caseworkerA", { url: "/api/v1/accounts" });
    const answer = await world.call("admin", { url: "/api/v1/audit" });
    const { rows } = answer.json<{ rows: { action: string; outcome: string; subjectId: string | null }[] }>();
    expect(rows).toContainEqual(expect.objectContaining({ action: "accounts.list", outcome: "denied" }));
    expect(rows).toContainEqual(
      expect.objectContaining({ action: "enrollees.get", outcome: "done", subjectId: world.people.atA }),
    );
    for (const secret of secrets) expect(answer.body).not.toContain(secret);
  });
});

describe("what a browser is told", () => {
  it("keeps answers out of other sites' frames, out of caches, and free of other sites' scripts", async () => {
    for (const url of ["/api/v1/enrollees", "/api/v1/nothing-there", "/healthz"]) {
      const { headers } = await world.call("supervisor", { url });
      expect(headers["content-security-policy"]).toContain("script-src 'self'");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["content-security-policy"]).not.toContain("upgrade-insecure-requests");
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
      });
      expect(headers["strict-transport-security"]).toBeUndefined();
      expect(headers["cache-control"]).toBe(url.startsWith("/api/") ? "no-store" : undefined);
    }
  });
});
