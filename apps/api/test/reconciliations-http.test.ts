import type { Reconciliation } from "@rehab/schema/reconciliations";
import { readWorkbook } from "@rehab/spreadsheet/read-workbook";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import { insertRows } from "../src/db/insert-rows.ts";
import { known, fresh, lineOf, opening, reconciliationCounty } from "./reconciliation-county.ts";
import { savedAt } from "./saved-at.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const county = reconciliationCounty();
const { ask, open, type, decide, finish, read, logged } = county;

describe("a week with somebody new", () => {
  it("is decided, finished with both names, and stands in the year", async () => {
    const typed = await type(await open(), [known, fresh]);
    expect(typed.lines.map(({ finding, plain }) => [finding, plain])).toEqual([
      ["same", "no_change"],
      ["new_there", "take_over"],
    ]);
    expect(typed.totals).toMatchObject({ listed: 2, listedDetox: 2, ours: 1, decided: 0 });
    const early = await finish(typed);
    expect(early.json()).toMatchObject({ code: "lines_undecided", detail: "还有2行没有处理。" });

    const decided = await decide(
      typed,
      typed.lines.map(({ id, plain }) => ({ lineId: id, decision: plain })),
    );
    const done = (await finish(decided.json())).json<Reconciliation>();
    expect(done).toMatchObject({ state: "finished", finishedBy: "supervisor", people: 2 });
    const year = (await ask("GET", "?year=2021")).json<{
      weeklyChecks: { weeks: { week: number; status: string; people: number }[] };
    }>();
    expect(year.weeklyChecks.weeks.at(51)).toMatchObject({
      status: "checked",
      people: 2,
      checkedBy: "督查一",
      reconciliationId: done.id,
    });
    const found = await county.world.call("caseworkerA", { url: "/api/v1/enrollees?q=fanzhi" });
    expect(found.json()).toMatchObject({ total: { count: 1 } });
    const [record] = await read((tx) =>
      tx.select().from(tables.caseRecord).where(eq(tables.caseRecord.enrolleeId, county.world.people.atA)),
    );
    expect(record?.handedOffOn).toBe("2021-12-30");
    const again = await finish(done);
    expect(again.json()).toMatchObject({ code: "wrong_state" });
  });

  it("without anybody new is a check too", async () => {
    const zero = await open({ source: "none" });
    expect((await finish(zero)).json()).toMatchObject({ state: "finished", lines: [], people: 0 });
    const year = (await ask("GET", "?year=2021")).json<{ weeklyChecks: { weeks: object[] } }>();
    expect(year.weeklyChecks.weeks.at(51)).toMatchObject({ status: "zero" });
    expect(year.weeklyChecks.weeks.at(50)).toMatchObject({ status: "silent" });
    const twice = await ask("POST", "", opening({ source: "none" }));
    expect(twice.json()).toMatchObject({
      code: "invalid_input",
      errors: [{ pointer: "/checkedOn", detail: "2021-12-30已有一次核对记录，不能重复登记" }],
    });
  });

  it("is the same comparison when it is sent again, and the only open one of its week", async () => {
    const body = opening();
    const [first, second] = [await ask("POST", "", body), await ask("POST", "", body)];
    expect(second.json()).toMatchObject({ id: body.id, version: first.json<Reconciliation>().version });
    expect((await ask("POST", "", opening())).json()).toMatchObject({ code: "wrong_state" });
  });

  it("names who was handed over another way and is not on the list", async () => {
    await county.write(async (tx) => {
      const [record] = await tx
        .select()
        .from(tables.caseRecord)
        .where(eq(tables.caseRecord.enrolleeId, county.world.people.atB));
      if (record === undefined) throw new Error("no case");
      await tx
        .update(tables.caseRecord)
        .set({ handedOffOn: "2021-12-29" as never })
        .where(eq(tables.caseRecord.id, record.id));
      const { id: caseId, stationId, enrolleeId } = record;
      await insertRows(tx, tables.handoff, [
        {
          caseId,
          countyCode: county.world.services.county.code,
          stationId,
          enrolleeId,
          source: "typed",
          papers: [],
        },
      ]);
    });
    const zero = await open({ source: "none" });
    const missing = lineOf(zero, "missing_there");
    expect(missing).toMatchObject({ theirs: null, allowed: ["keep_ours", "ask_police"] });
    expect((await finish(zero)).json()).toMatchObject({ code: "lines_undecided" });
    const unreasoned = await decide(zero, [{ lineId: missing.id, decision: "keep_ours" }]);
    expect(unreasoned.json()).toMatchObject({
      code: "invalid_input",
      errors: [{ pointer: "/decisions/0/reason", detail: "请写明理由" }],
    });
    const decided = await decide(zero, [{ lineId: missing.id, decision: "ask_police", reason: "名单漏报" }]);
    expect((await finish(decided.json())).json()).toMatchObject({ state: "finished" });
  });
});

describe("a day that cannot be", () => {
  it.each([
    [{ checkedOn: "2022-01-01" }, "/checkedOn", "核对日期不能晚于今天"],
    [{ checkedOn: "2021-12-26" }, "/checkedOn", "2021-12-26是2021年第51周，不在2021年第52周"],
    [{ period: { kind: "weekly", year: 2021, week: 53 } }, "/period", "2021年没有第53周"],
    [
      { period: { kind: "monthly", year: 2021, month: 12 }, checkedOn: "2021-11-30" },
      "/checkedOn",
      "核对日期应在2021年12月",
    ],
    [{ period: { kind: "monthly", year: 2021, month: 12 }, source: "none" }, "/source", "零新增"],
  ])("%o is refused under its field", async (more, pointer, words) => {
    const answer = await ask("POST", "", opening(more));
    const { code, errors } = answer.json<{ code: string; errors: { pointer: string; detail: string }[] }>();
    expect(code).toBe("invalid_input");
    expect(errors[0]?.pointer).toBe(pointer);
    expect(errors[0]?.detail).toContain(words);
  });
});

describe("the sheet", () => {
  it("prints and exports everybody by name, and the trail keeps it without names", async () => {
    const typed = await type(await open(), [known, fresh]);
    const decided = (
      await decide(
        typed,
        typed.lines.map(({ id, plain }) => ({ lineId: id, decision: plain })),
      )
    ).json<Reconciliation>();
    await finish(decided);
    const masked = (await ask("GET", `/${typed.id}`)).body;
    expect(masked).not.toContain(fresh.name);
    expect(masked).not.toContain(fresh.idNumber);
    const printed = (await ask("GET", `/${typed.id}/print`)).json<Reconciliation>();
    expect(printed.lines[1]?.theirs).toMatchObject({ name: fresh.name, idNumber: fresh.idNumber });

    const file = await ask("GET", `/${typed.id}/sheet`);
    expect(file.statusCode).toBe(200);
    const workbook = await readWorkbook(file.rawPayload, "核对表.xlsx");
    const texts = workbook.sheets.map(({ rows }) => rows.map((row) => row.map((cell) => cell?.text ?? "")));
    expect(texts[0]?.[0]?.[0]).toBe(
      "测试县社区戒毒社区康复人员衔接核对表（2021年第52周，核对日期2021-12-30）",
    );
    expect(texts[0]?.[3]).toEqual(expect.arrayContaining(["名单有、我方无", fresh.name, "接收并建档"]));
    expect(texts[1]).toEqual(
      expect.arrayContaining([
        ["名单人数", "2"],
        ["公安机关核对人", "民警一"],
      ]),
    );

    const trail = (await county.world.call("admin", { url: "/api/v1/audit?limit=100" })).body;
    for (const action of ["open", "type", "decide", "finish", "print", "sheet"]) {
      expect(trail).toContain(`reconciliations.${action}`);
    }
    for (const secret of [fresh.name, fresh.idNumber, fresh.phone]) {
      expect(trail).not.toContain(secret);
      expect(logged.join("\n")).not.toContain(secret);
    }
  });
});

describe("who may compare", () => {
  it("nobody but the bureau's supervisors", async () => {
    for (const caller of ["caseworkerA", "admin"] as const) {
      expect((await ask("POST", "", opening(), caller)).json()).toMatchObject({ code: "forbidden" });
    }
    expect((await ask("GET", `/${newId()}`)).json()).toMatchObject({ code: "not_found" });
  });

  it("at the version that they saw", async () => {
    const of = await open();
    const newer = await type(of, [fresh]);
    const stale = await ask("PUT", `/${of.id}/rows`, { version: of.version, rows: [known] });
    expect(stale.json()).toMatchObject({
      code: "stale_version",
      detail: expect.stringMatching(savedAt("您本人（另一个窗口）")),
    });
    const cancel = await ask("POST", `/${of.id}/cancel`, { version: of.version, reason: "登记错了" });
    expect(cancel.json()).toMatchObject({ code: "stale_version" });
    const dropped = await ask("POST", `/${of.id}/cancel`, { version: newer.version, reason: "登记错了" });
    expect(dropped.json()).toMatchObject({ state: "cancelled", lines: [] });
    expect((await open()).state).toBe("open");
  });

  it("not as an import: the list is decided here only", async () => {
    const typed = await type(await open(), [fresh]);
    const [row] = await read((tx) =>
      tx.select().from(tables.reconciliation).where(eq(tables.reconciliation.id, typed.id)),
    );
    const url = `/api/v1/imports/${row?.batchId}`;
    expect((await county.world.call("supervisor", { url })).json()).toMatchObject({ code: "not_found" });
    const apply = await county.world.call("supervisor", { method: "POST", url: `${url}/apply` });
    expect(apply.json()).toMatchObject({ code: "not_found" });
    const list = await county.world.call("supervisor", { url: "/api/v1/imports" });
    expect(list.json()).toMatchObject({ total: { count: 0 } });
  });

  it("not undo what others have built upon", async () => {
    const typed = await type(await open(), [fresh]);
    const decided = await decide(typed, [{ lineId: typed.lines[0]?.id, decision: "take_over" }]);
    const done = (await finish(decided.json())).json<Reconciliation>();
    await county.write(async (tx) => {
      const [record] = await tx
        .select()
        .from(tables.caseRecord)
        .where(eq(tables.caseRecord.orderNumber, fresh.orderNumber));
      if (record === undefined) throw new Error("no case");
      const { id: caseId, stationId, enrolleeId } = record;
      await insertRows(tx, tables.caseEvent, [
        {
          id: newId(),
          countyCode: county.world.services.county.code,
          stationId,
          enrolleeId,
          caseId,
          kind: "reported",
          happenedOn: "2021-12-30" as never,
        },
      ]);
    });
    const cancel = await ask("POST", `/${done.id}/cancel`, { version: done.version, reason: "名单有误" });
    expect(cancel.json()).toMatchObject({ code: "import_undo_blocked" });
  });
});
