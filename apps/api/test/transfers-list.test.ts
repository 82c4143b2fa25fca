import type { TransferLetter } from "@rehab/schema/transfers";
import { readWorkbook } from "@rehab/spreadsheet/read-workbook";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAppWorld } from "./app-world.ts";
import type { AppWorld } from "./app-world.ts";
import { transferCalls } from "./transfer-calls.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
});
afterEach(() => world.close());

const { post, list, request, transferOf, send, auditOf } = transferCalls(() => world);

describe("the list", () => {
  it("counts the states and the late, whatever it shows, and every station sees its own", async () => {
    const asked = transferOf(await request("caseworkerA"));
    expect(await list("supervisor")).toMatchObject({
      transfers: [{ id: asked.id, maskedName: "曾**" }],
      counts: { requested: 1, sent: 0, received: 0, cancelled: 0 },
      late: 0,
    });
    await send("caseworkerA", asked, { sentOn: "2021-12-15" });
    expect(await list("supervisor")).toMatchObject({
      transfers: [{ waitingDays: 16, isLate: true }],
      counts: { sent: 1 },
      late: 1,
    });
    expect((await list("supervisor", "?late=true")).transfers).toHaveLength(1);
    expect((await list("supervisor", "?state=sent&direction=out")).transfers).toHaveLength(1);
    expect(await list("supervisor", "?direction=within")).toMatchObject({
      transfers: [],
      counts: { sent: 1 },
    });
    expect(await list("caseworkerB")).toMatchObject({ transfers: [], counts: { sent: 0 } });
    expect(
      (await world.call("caseworkerB", { url: `/api/v1/enrollees/${world.people.atA}/transfers` }))
        .statusCode,
    ).toBe(404);
  });

  it("leaves as Excel, masked unless asked, with its purpose in the trail", async () => {
    await request("caseworkerA");
    const exported = async (unmasked: boolean) => {
      const answer = await post("caseworkerA", "/transfers/export", { purpose: "年终核对", unmasked });
      const { sheets } = await readWorkbook(answer.rawPayload, "transfers.xlsx");
      return sheets[0]?.rows[2]?.map((cell) => cell?.text) ?? [];
    };
    expect((await exported(false)).slice(0, 2)).toEqual(["曾**", "4306**********0010"]);
    const whole = await exported(true);
    expect(whole.slice(0, 6)).toEqual([
      "曾小明",
      "430624190001010010",
      "社区戒毒",
      "变更执行地中",
      "转出本县",
      "已申请",
    ]);
    const entries = await auditOf("transfers.export");
    expect(entries.map(({ reason, change }) => [reason, change])).toEqual([
      ["年终核对", { people: 1, unmasked: false }],
      ["年终核对", { people: 1, unmasked: true }],
    ]);
  });
});

describe("the letter", () => {
  it("holds the whole values, and the file keeps who made it", async () => {
    const asked = transferOf(await request("caseworkerA"));
    const answer = await post("caseworkerA", `/transfers/${asked.id}/letter`);
    expect(answer.json<TransferLetter>()).toMatchObject({
      name: "曾小明",
      idNumber: "430624190001010010",
      countyName: "测试县",
      reportedOn: "2021-06-03",
      termEndOn: "2024-06-02",
      counts: { tests: 1, visits: 1 },
      reportWithin: "15日",
      printedOn: "2021-12-31",
    });
    const log = await world.call("caseworkerA", { url: `/api/v1/enrollees/${world.people.atA}/access-log` });
    expect(log.json<{ entries: unknown[] }>().entries).toContainEqual(
      expect.objectContaining({ action: "transfers.letter", fields: ["name", "idNumber"] }),
    );
    expect((await post("caseworkerB", `/transfers/${asked.id}/letter`)).statusCode).toBe(404);
  });
});
