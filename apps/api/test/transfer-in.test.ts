import type { Problem } from "@rehab/schema/problem";
import { inventedIdentity } from "@rehab/testkit/invented-numbers";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { tables } from "../src/db/client.ts";
import { createAppWorld } from "./app-world.ts";
import type { AppWorld } from "./app-world.ts";
import { handoffCalls } from "./handoff-calls.ts";
import type { Created } from "./handoff-calls.ts";

vi.setConfig({ testTimeout: 30_000 });

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

const { read, handoffBody, create, fileOf } = handoffCalls(() => world);

describe("a case from another county", () => {
  const from = (parts: object = {}) => ({
    otherPlace: "邻县城关镇",
    changedOn: "2021-12-20",
    reportedOn: "2020-03-10",
    reason: "迁居本县",
    letterNumber: "邻社戒移〔2021〕3号",
    materials: ["request", "order_copy", "file_copy"],
    suspensions: [{ from: "2020-06-01", resumedOn: "2020-06-11", ground: "detained" }],
    ...parts,
  });

  it("goes on with its term, wants a report-in within fifteen days and a new agreement", async () => {
    const { idNumber } = inventedIdentity(11, "male");
    const body = handoffBody({
      name: "外来人",
      idNumber,
      orderedOn: "2020-03-01",
      receivedOn: "2020-03-02",
      transfer: from(),
    });
    const answer = await create(body);
    expect(answer.statusCode).toBe(200);
    const { enrolleeId, caseId } = answer.json<Created>();
    const file = await fileOf(enrolleeId, "caseworkerA");
    expect(file.cases[0]).toMatchObject({
      state: "pending_report",
      controlReason: "in_report_period",
      reportedOn: "2020-03-10",
      reportDueOn: "2022-01-04",
      agreementSignedOn: null,
      term: { startOn: "2020-03-10", endOn: "2023-03-19", stoppedDays: 10 },
    });
    const spans = await read((tx) =>
      tx.select().from(tables.caseSpan).where(eq(tables.caseSpan.caseId, caseId)),
    );
    expect(spans.map(({ fromOn }) => fromOn).toSorted()[0]).toBe("2021-12-20");
    const [entry] = await read((tx) =>
      tx.select().from(tables.registerEntry).where(eq(tables.registerEntry.enrolleeId, enrolleeId)),
    );
    expect(entry).toMatchObject({ handoffState: "assigned", registered: true });
    const [handoff] = await read((tx) =>
      tx.select().from(tables.handoff).where(eq(tables.handoff.caseId, caseId)),
    );
    expect(handoff?.source).toBe("transfer");
    const transfers = await world.call("caseworkerA", { url: `/api/v1/enrollees/${enrolleeId}/transfers` });
    expect(transfers.json()).toMatchObject({
      transfers: [
        { direction: "in", state: "received", otherPlace: "邻县城关镇", reportDueOn: "2022-01-04" },
      ],
      present: { whyNot: "本人还没有报到，不能变更执行地" },
    });
  });

  it("has days that followed each other", async () => {
    const { idNumber } = inventedIdentity(12, "male");
    const errorsOf = async (parts: object) => {
      const body = handoffBody({ name: "外来者", idNumber, orderedOn: null, receivedOn: "2020-03-02" });
      return (await create({ ...body, transfer: from(parts) })).json<Problem>().errors;
    };
    expect(await errorsOf({ reportedOn: "2020-03-01" })).toEqual([
      { pointer: "/transfer/reportedOn", detail: "报到日期早于送达日期" },
    ]);
    expect(await errorsOf({ changedOn: "2022-01-01" })).toEqual([
      { pointer: "/transfer/changedOn", detail: "日期不能晚于今天" },
    ]);
    expect(
      await errorsOf({ suspensions: [{ from: "2020-06-01", resumedOn: "2020-06-01", ground: "detained" }] }),
    ).toEqual([{ pointer: "/transfer/suspensions/0/resumedOn", detail: "恢复日期应晚于中止日期" }]);
  });

  it("is undone whole", async () => {
    const { idNumber } = inventedIdentity(13, "male");
    const body = handoffBody({
      name: "误转人",
      idNumber,
      receivedOn: "2020-03-02",
      orderedOn: null,
      transfer: from(),
    });
    const { caseId } = (await create(body)).json<Created>();
    const undone = await world.call("supervisor", {
      method: "POST",
      url: `/api/v1/imports/${body.id}/undo`,
      payload: { reason: "登记错误" },
    });
    expect(undone.statusCode).toBe(200);
    const left = await read((tx) =>
      tx
        .select({ annulledAt: tables.transfer.annulledAt })
        .from(tables.transfer)
        .where(eq(tables.transfer.caseId, caseId)),
    );
    expect(left).toHaveLength(1);
    expect(left[0]?.annulledAt).not.toBeNull();
  });
});
