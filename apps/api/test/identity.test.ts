import { maskIdNumber } from "@rehab/domain/identity/id-number";
import { plainDate } from "@rehab/domain/time/plain-date";
import { inventedIdentity } from "@rehab/testkit/invented-numbers";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { tables } from "../src/db/client.ts";
import { createAppWorld } from "./app-world.ts";
import type { AppWorld, Caller } from "./app-world.ts";
import { auditOf, handOver, send, write } from "./intake-world.ts";
import type { HandedOver } from "./intake-world.ts";

let world: AppWorld;
let person: HandedOver;

beforeAll(async () => {
  world = await createAppWorld();
});
beforeEach(async () => {
  person = await handOver(world);
});
afterAll(() => world.close());

describe("the ID number of a provisional person", () => {
  const complete = (idNumber: string, more: Record<string, unknown> = {}, caller: Caller = "caseworkerA") =>
    send(world, caller, "PUT", `/enrollees/${person.enrolleeId}/identity`, {
      version: 1,
      idNumber,
      replaceBirthDate: false,
      ...more,
    });
  const freeNumber = inventedIdentity(7, "female").idNumber;

  it("must be right, and be nobody's in the county", async () => {
    expect((await complete("430624190001010011")).body).toMatchObject({
      code: "invalid_input",
      errors: [{ pointer: "/idNumber", detail: "身份证号校验位不对" }],
    });
    // the number of somebody at the own station, and of somebody at the other one
    expect((await complete("430624190001010010")).body.code).toBe("id_number_taken");
    expect((await complete("440524188001010014")).body.code).toBe("id_number_taken");
    expect((await complete(freeNumber, { version: 99 })).body.code).toBe("stale_version");
  });

  it("puts the person beside whoever has it, as far as one may see", async () => {
    const check = (caller: Caller, idNumber: string) =>
      send(world, caller, "POST", `/enrollees/${person.enrolleeId}/identity/check`, { idNumber });
    expect((await check("caseworkerA", "430624190001010010")).body).toMatchObject({
      person: { maskedName: "周**" },
      holder: { maskedName: "曾**", maskedIdNumber: "4306**********0010" },
    });
    expect((await check("caseworkerA", "440524188001010014")).body).toMatchObject({ holder: null });
    expect((await check("supervisor", "440524188001010014")).body).toMatchObject({
      holder: { stationName: "乙中心站" },
    });
  });

  it("is taken over with birth date, sex and search keys, once", async () => {
    expect((await complete(freeNumber)).body).toMatchObject({
      version: 2,
      maskedIdNumber: maskIdNumber(freeNumber),
    });
    expect((await complete(freeNumber)).body).toMatchObject({ version: 2 });
    const found = await world.call("caseworkerA", {
      method: "POST",
      url: "/api/v1/enrollees/search",
      payload: { q: freeNumber },
    });
    expect(found.json()).toMatchObject({ rows: [{ id: person.enrolleeId, sex: "female" }] });
    expect((await send(world, "caseworkerA", "GET", `/handoffs/${person.caseId}`)).body).toMatchObject({
      provisional: false,
      warnings: ["papers_missing"],
    });
    expect((await complete("430624190001010010", { version: 2 })).body.code).toBe("wrong_state");
    const [entry] = await auditOf(world, "handoffs.completeIdentity", person.enrolleeId);
    expect(JSON.stringify(entry)).not.toContain(freeNumber);
  });

  it("asks before it replaces another birth date", async () => {
    await write(world, (tx) =>
      tx
        .update(tables.enrollee)
        .set({ birthDate: plainDate("1990-01-01") })
        .where(eq(tables.enrollee.id, person.enrolleeId)),
    );
    const number = inventedIdentity(8, "male").idNumber;
    expect((await complete(number)).body).toMatchObject({
      code: "invalid_input",
      errors: [{ pointer: "/replaceBirthDate" }],
    });
    expect((await complete(number, { replaceBirthDate: true })).status).toBe(200);
  });
});
