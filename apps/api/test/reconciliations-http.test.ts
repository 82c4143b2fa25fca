import type { LineView, Reconciliation } from "@rehab/schema/reconciliations";
import { readWorkbook } from "@rehab/spreadsheet/read-workbook";
import { writeWorkbook } from "@rehab/spreadsheet/write-workbook";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import { insertRows } from "../src/db/insert-rows.ts";
import { createAppWorld, samplePerson } from "./app-world.ts";
import type { AppWorld, Caller } from "./app-world.ts";
import { uploadRequest } from "./import-world.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const logged: string[] = [];
let world: AppWorld;
let week = 52;
beforeEach(async () => {
  world = await createAppWorld({ log: (line) => logged.push(line) });
  week = 52;
  const { db, county } = world.services;
  await db.write({ countyCode: county.code, people: systemActor.scope }, (tx) =>
    insertRows(tx, tables.township, [
      { id: newId(), countyCode: county.code, name: "甲镇", stationId: world.stations.a },
      { id: newId(), countyCode: county.code, name: "乙镇", stationId: world.stations.b },
    ]),
  );
  return () => world.close();
});

const known = {
  name: samplePerson.name,
  idNumber: samplePerson.idNumber,
  measure: "社区戒毒",
  orderNumber: "测公社戒决字〔2021〕010号",
  receivedOn: "2021-06-01",
  phone: samplePerson.phone,
};
const fresh = {
  name: "范志",
  idNumber: "430624196906279425",
  measure: "社区戒毒",
  orderNumber: "测公社戒决字〔2021〕777号",
  receivedOn: "2021-12-27",
  township: "甲镇",
  phone: "13900000007",
};

async function ask(
  method: "GET" | "POST" | "PUT",
  path: string,
  payload?: object,
  as: Caller = "supervisor",
) {
  const url = `/api/v1/reconciliations${path}`;
  return world.call(as, { method, url, ...(payload && { payload }) });
}

const opening = (more: object = {}) => ({
  id: newId(),
  period: { kind: "weekly", year: 2021, week },
  checkedOn: "2021-12-30",
  ourPerson: "督查一",
  policePerson: "民警一",
  source: "typed",
  ...more,
});

async function open(more: object = {}): Promise<Reconciliation> {
  return (await ask("POST", "", opening(more))).json();
}

async function type(of: Reconciliation, rows: readonly object[]): Promise<Reconciliation> {
  return (await ask("PUT", `/${of.id}/rows`, { version: of.version, rows })).json();
}

const decide = (of: Reconciliation, decisions: readonly object[]) =>
  ask("POST", `/${of.id}/decisions`, { version: of.version, decisions });

const finish = (of: Reconciliation) =>
  ask("POST", `/${of.id}/finish`, { version: of.version, ourPerson: "督查一", policePerson: "民警一" });

/** A list as the police's office writes it. */
async function listFile(title: string, rows: readonly (readonly string[])[], headers = listHeaders) {
  const columns = headers.map((header) => ({ header }));
  return { name: "名单.xlsx", bytes: await writeWorkbook([{ sheetName: "名单", title, columns, rows }]) };
}
const listHeaders = [
  "序号",
  "姓名",
  "身份证号",
  "人员分类",
  "决定书文号",
  "送达日期",
  "执行地乡镇",
  "现住址",
];
const freshRow = (sequence: string) => [
  sequence,
  fresh.name,
  fresh.idNumber,
  fresh.measure,
  fresh.orderNumber,
  fresh.receivedOn,
  fresh.township,
  "测试县甲镇一村",
];

async function upload(of: Reconciliation, file: { name: string; bytes: Uint8Array }) {
  const url = `/api/v1/reconciliations/${of.id}/file?version=${of.version}`;
  return world.call("supervisor", { ...uploadRequest([file]), method: "PUT", url });
}

const read = <T>(work: Parameters<typeof world.services.db.read<T>>[1]) =>
  world.services.db.read({ countyCode: world.services.county.code, people: systemActor.scope }, work);

async function personOf(id: string) {
  const [person] = await read((tx) => tx.select().from(tables.enrollee).where(eq(tables.enrollee.id, id)));
  return person;
}

function lineOf(of: Reconciliation, finding: LineView["finding"]): LineView {
  const line = of.lines.find((each) => each.finding === finding);
  if (line === undefined)
    throw new Error(`no line ${finding}: ${of.lines.map((each) => each.finding).join()}`);
  return line;
}

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
    const found = await world.call("caseworkerA", { url: "/api/v1/enrollees?q=fanzhi" });
    expect(found.json()).toMatchObject({ total: { count: 1 } });
    const [record] = await read((tx) =>
      tx.select().from(tables.caseRecord).where(eq(tables.caseRecord.enrolleeId, world.people.atA)),
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
    const { db, county } = world.services;
    await db.write({ countyCode: county.code, people: systemActor.scope }, async (tx) => {
      const [record] = await tx
        .select()
        .from(tables.caseRecord)
        .where(eq(tables.caseRecord.enrolleeId, world.people.atB));
      if (record === undefined) throw new Error("no case");
      await tx
        .update(tables.caseRecord)
        .set({ handedOffOn: "2021-12-29" as never })
        .where(eq(tables.caseRecord.id, record.id));
      const { id: caseId, stationId, enrolleeId } = record;
      await insertRows(tx, tables.handoff, [
        { caseId, countyCode: county.code, stationId, enrolleeId, source: "typed", papers: [] },
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

describe("a list that is not the right one", () => {
  const warningsOf = async (title: string, rows: string[][]) => {
    const of = await open({ source: "file" });
    const answer = (await upload(of, await listFile(title, rows))).json<Reconciliation>();
    return { of: answer, warnings: answer.list?.warnings ?? [] };
  };
  const title = "测试县公安局移交名单（2021年第52周，核对日期2021-12-30）";

  it("of last week is told by its title, and blocks until somebody says why it is used", async () => {
    const { of, warnings } = await warningsOf("测试县公安局移交名单（2021年第51周，核对日期2021-12-23）", [
      freshRow("1"),
    ]);
    expect(warnings).toMatchObject([
      {
        code: "other_period",
        text: "名单写明的周次、月份或日期与本次核对不符：名单写的是2021年第51周",
        answer: null,
      },
    ]);
    const decisions = [{ lineId: lineOf(of, "new_there").id, decision: "take_over" }];
    expect((await decide(of, decisions)).json()).toMatchObject({ code: "list_doubtful" });
    expect((await finish(of)).json()).toMatchObject({ code: "list_doubtful" });
    const answers = [{ code: "other_period", reason: "大队补交上周名单" }];
    const answered = await ask("PUT", `/${of.id}/warnings`, { version: of.version, answers });
    const decided = await decide(answered.json(), decisions);
    expect((await finish(decided.json())).json()).toMatchObject({
      state: "finished",
      list: { warnings: [{ answer: { reason: "大队补交上周名单", by: "supervisor" } }] },
    });
  });

  it.each([
    ["another county's", "邻水县公安局移交名单（2021年第52周）", [["1"]], "other_county", "邻水县"],
    ["half of it", `${title}共3人`, [["1"]], "fewer_rows", "写明3人，实际只有1行"],
    ["without some rows", title, [["1"], ["4"]], "sequence_gaps", "编到4，实际只有2行"],
    [
      "of another day",
      "测试县移交名单（2021年第52周，核对日期2021-12-29）",
      [["1"]],
      "other_period",
      "12-29",
    ],
  ])("%s is told", async (_, told, sequences, code, words) => {
    const rows = sequences.map(([sequence = ""], index) =>
      index === 0
        ? freshRow(sequence)
        : [sequence, "黎安", "110105194912310021", "社区戒毒", "2号", "2021-12-27"],
    );
    const { warnings } = await warningsOf(told, rows);
    expect(warnings.map((warning) => warning.code)).toEqual([code]);
    expect(warnings[0]?.text).toContain(words);
  });

  it("that says nothing at all is told", async () => {
    const { warnings } = await warningsOf(title, []);
    expect(warnings.map(({ code }) => code)).toEqual(["nothing_said"]);
  });

  it("with most addresses elsewhere is told", async () => {
    const row = freshRow("1").with(7, "湖南省岳阳市湘阴县文星街道").with(6, "");
    const { warnings } = await warningsOf(title, [row]);
    expect(warnings.map(({ code }) => code)).toEqual(["other_county"]);
  });

  it("that came before is told, and can be replaced without losing the comparison", async () => {
    const first = await open({ source: "file", checkedOn: "2021-12-29" });
    const file = await listFile("测试县公安局移交名单（2021年第52周，核对日期2021-12-29）", [freshRow("1")]);
    const read = (await upload(first, file)).json<Reconciliation>();
    const decided = await decide(read, [{ lineId: read.lines[0]?.id, decision: "take_over" }]);
    await finish(decided.json());

    const second = await open({ source: "file" });
    const again = (await upload(second, file)).json<Reconciliation>();
    expect(again.list?.warnings.map(({ code }) => code)).toEqual(["other_period", "same_list"]);
    expect(lineOf(again, "same").issues).toMatchObject([{ code: "already_handed_off" }]);
    const copied = await listFile(title, [freshRow("1")]);
    const other = (await upload(again, copied)).json<Reconciliation>();
    expect(other.list?.warnings).toMatchObject([
      { code: "same_list", text: "这份名单以前已经核对或导入过：1行全部已在别的名单中移交" },
    ]);
    expect(other).toMatchObject({ ourPerson: "督查一", state: "open" });
    const typed = await type(other, [known]);
    expect(typed).toMatchObject({ source: "typed", list: { warnings: [], rows: 1 } });
  });

  it("that cannot be read or is another paper leaves what was there", async () => {
    const typed = await type(await open(), [fresh]);
    const broken = await upload(typed, { name: "名单.xlsx", bytes: Buffer.from("PK\u0003\u0004 broken") });
    expect(broken.json()).toMatchObject({ code: "file_unreadable" });
    const register = await listFile(
      "花名册",
      [["1", "黎安", "社区戒毒", "高", "2021-06-01", "2021-06-03", "2024-06-02", "执行中"]],
      ["序号", "姓名", "人员分类", "风险等级", "送达日期", "实际报到时间", "届满日期", "人员状态"],
    );
    const other = await upload(typed, register);
    expect(other.json()).toMatchObject({
      code: "list_of_other_kind",
      detail: "这份文件是花名册，不是衔接名单，请核对后重新选择。",
    });
    const nothing = await upload(typed, { name: "大.xlsx", bytes: Buffer.alloc(0) });
    expect(nothing.statusCode).toBe(422);
    expect((await ask("GET", `/${typed.id}`)).json()).toMatchObject({ list: { rows: 1 } });
  });

  it("of which nothing came cannot be finished", async () => {
    expect((await finish(await open())).json()).toMatchObject({ code: "list_missing" });
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

describe("what differs", () => {
  it("is corrected field by field, kept with the comparison, and put back when that is dropped", async () => {
    const theirs = { ...known, name: "曾晓明", phone: "13900000099", township: "甲镇" };
    const typed = await type(await open(), [theirs]);
    const line = lineOf(typed, "differs");
    expect(line.differences.map(({ field, refusal }) => [field, refusal])).toEqual([
      ["name", null],
      ["township", null],
      ["phone", null],
    ]);
    // Who decides sees both sides whole.
    expect(line.theirs?.name).toBe("曾晓明");
    expect(line.ours?.side.idNumber).toBe(samplePerson.idNumber);
    const decided = await decide(typed, [
      { lineId: line.id, decision: "take_theirs", takeTheirs: ["name", "phone"], reason: "户口簿已更名" },
    ]);
    const done = (await finish(decided.json())).json<Reconciliation>();
    expect(done.lines[0]?.differences).toMatchObject([
      { field: "name", takeTheirs: true },
      { field: "township", takeTheirs: false },
      { field: "phone", takeTheirs: true },
    ]);
    expect(done.lines[0]?.theirs).toMatchObject({ name: "曾**", phone: "139****0099" });
    expect(await personOf(world.people.atA)).toMatchObject({ name: "曾晓明" });
    const found = await world.call("caseworkerA", { url: "/api/v1/enrollees?q=zengxiaoming" });
    expect(found.json()).toMatchObject({ total: { count: 1 } });
    const log = await world.call("supervisor", { url: `/api/v1/enrollees/${world.people.atA}/access-log` });
    expect(log.body).toContain("reconciliations.finish");

    const reason = { version: done.version, reason: "名单有误" };
    const dropped = await ask("POST", `/${done.id}/cancel`, reason);
    expect(dropped.json()).toMatchObject({ state: "cancelled", finishedAt: null });
    expect(await personOf(world.people.atA)).toMatchObject({ name: samplePerson.name });
    const former = await read((tx) => tx.select().from(tables.formerName));
    expect(former).toMatchObject([{ name: samplePerson.name, annulmentReason: "撤销导入批次：名单有误" }]);
    const year = (await ask("GET", "?year=2021")).json<{ weeklyChecks: { made: number } }>();
    expect(year.weeklyChecks.made).toBe(0);
    expect((await ask("POST", `/${done.id}/cancel`, reason)).json()).toMatchObject({ code: "wrong_state" });
  });

  it("cannot be corrected where an order or a transfer must say so", async () => {
    const typed = await type(await open(), [{ ...known, township: "乙镇", measure: "社区康复" }]);
    const line = lineOf(typed, "differs");
    expect(line.differences).toMatchObject([
      { field: "measure", refusal: "措施由决定书决定，请凭新的决定书办理" },
      { field: "township", refusal: "归另一工作站管辖，请按变更执行地办理" },
    ]);
    for (const [more, words] of [
      [{ takeTheirs: ["township"] }, "变更执行地"],
      [{ takeTheirs: [] }, "至少一项"],
      [{ takeTheirs: ["phone"] }, "没有不同"],
    ] as const) {
      const refused = await decide(typed, [
        { lineId: line.id, decision: "take_theirs", reason: "以名单为准", ...more },
      ]);
      expect(refused.json()).toMatchObject({ code: "decision_invalid" });
      expect(refused.json<{ errors: { detail: string }[] }>().errors[0]?.detail).toContain(words);
    }
  });

  it("is decided anew when our side has changed since", async () => {
    const typed = await type(await open(), [{ ...known, phone: "13900000099" }]);
    const { id } = lineOf(typed, "differs");
    const decided = await decide(typed, [{ lineId: id, decision: "keep_ours", reason: "本人号码未变" }]);
    const { db, county, cipher } = world.services;
    await db.write({ countyCode: county.code, people: systemActor.scope }, (tx) =>
      tx
        .update(tables.enrollee)
        .set({ phoneCipher: cipher.encrypt("13900000099") })
        .where(eq(tables.enrollee.id, world.people.atA)),
    );
    expect((await finish(decided.json())).json()).toMatchObject({ code: "lines_undecided" });
  });
});

describe("somebody who is not surely the same", () => {
  it("stands beside the row and is never merged", async () => {
    const typed = await type(await open(), [{ ...fresh, name: samplePerson.name }]);
    const line = lineOf(typed, "doubtful");
    expect(line).toMatchObject({
      ours: null,
      candidates: [{ enrolleeId: world.people.atA, maskedName: "曾**" }],
      plain: null,
    });
    const decided = await decide(typed, [
      { lineId: line.id, decision: "take_over", reason: "同名不同人，号码不同" },
    ]);
    expect((await finish(decided.json())).json()).toMatchObject({ state: "finished" });
    const found = await world.call("caseworkerA", { url: "/api/v1/enrollees?q=zengxiaoming" });
    expect(found.json()).toMatchObject({ total: { count: 2 } });
  });

  it("is taken over with a value set right, and with a second question only when it is settled", async () => {
    const typed = await type(await open(), [{ ...fresh, idNumber: "430624196906279426" }]);
    const line = lineOf(typed, "new_there");
    expect(line.issues).toMatchObject([{ code: "id_checksum" }]);
    const take = { lineId: line.id, decision: "take_over", reason: "已核对身份证" };
    const refused = await decide(typed, [take]);
    expect(refused.json()).toMatchObject({ code: "decision_invalid" });
    const misnamed = { ...take, set: { idNumber: fresh.idNumber, name: samplePerson.name } };
    const doubtful = await decide(typed, [misnamed]);
    expect(doubtful.json<{ errors: { detail: string }[] }>().errors[0]?.detail).toContain("已有同名人员");
    const settled = await decide(typed, [{ ...misnamed, isConfirmed: true }]);
    expect(settled.json()).toMatchObject({ totals: { decided: 1 } });
    const put = await decide(settled.json(), [{ ...take, set: { idNumber: fresh.idNumber } }]);
    expect((await finish(put.json())).json()).toMatchObject({ state: "finished" });
  });

  it("is left out when the row is returned or not used", async () => {
    const typed = await type(await open(), [fresh]);
    const { id } = lineOf(typed, "new_there");
    const returned = await decide(typed, [
      { lineId: id, decision: "return_to_police", reason: "住外县，不由本县执行" },
    ]);
    const done = (await finish(returned.json())).json<Reconciliation>();
    expect(done.lines[0]).toMatchObject({
      effect: "按决定退回公安机关",
      decision: { decidedBy: "supervisor" },
    });
    const found = await world.call("supervisor", { url: "/api/v1/enrollees?q=fanzhi" });
    expect(found.json()).toMatchObject({ total: { count: 0 } });
  });
});

describe("both registers as a whole", () => {
  const headers = ["序号", "姓名", "身份证号", "人员分类", "决定书文号", "送达日期", "人员状态"];
  const monthly = {
    period: { kind: "monthly", year: 2021, month: 12 },
    checkedOn: "2021-12-31",
    source: "file",
  };

  it("find who is missing on either side and who has ended, and write only who is taken over", async () => {
    const of = await open(monthly);
    const file = await listFile(
      "测试县戒毒人员花名册（截至2021-12-31）",
      [
        [
          "1",
          samplePerson.name,
          samplePerson.idNumber,
          "社区戒毒",
          known.orderNumber,
          "2021-06-01",
          "执行中",
        ],
        ["2", "黎安", "110105194912310021", "社区戒毒", "测公社戒决字〔2021〕021号", "2021-06-01", "已解除"],
        ["3", fresh.name, fresh.idNumber, "社区戒毒", fresh.orderNumber, "2021-12-27", "执行中"],
        ["4", "韦俊", "430624197105229406", "社区戒毒", "", "", "执行中"],
      ],
      headers,
    );
    const read = (await upload(of, file)).json<Reconciliation>();
    expect(read.lines.map(({ finding }) => finding)).toEqual([
      "same",
      "ended_there",
      "new_there",
      "new_there",
      "missing_there",
    ]);
    const [same, ended, taken, unordered, missing] = read.lines;
    const reason = "已电话核实";
    const impossible = await decide(read, [{ lineId: unordered?.id, decision: "take_over", reason }]);
    expect(impossible.json()).toMatchObject({ code: "decision_invalid" });
    const noPlace = await decide(read, [{ lineId: taken?.id, decision: "take_over", reason }]);
    expect(noPlace.json()).toMatchObject({ code: "decision_invalid" });
    const decided = await decide(read, [
      { lineId: same?.id, decision: "no_change" },
      { lineId: ended?.id, decision: "ask_police", reason },
      { lineId: taken?.id, decision: "take_over", reason, set: { township: "乙镇" } },
      { lineId: unordered?.id, decision: "ask_police", reason },
      { lineId: missing?.id, decision: "keep_ours", reason },
    ]);
    const done = (await finish(decided.json())).json<Reconciliation>();
    expect(done).toMatchObject({ state: "finished", totals: { lines: 5, decided: 5, listed: 4, ours: 3 } });
    const [record] = await read2Case(world.people.atA);
    expect(record?.handedOffOn).toBeNull();
    const found = await world.call("caseworkerB", { url: "/api/v1/enrollees?q=fanzhi" });
    expect(found.json()).toMatchObject({ total: { count: 1 } });
    const year = (await ask("GET", "?year=2021")).json<{
      weeklyChecks: { made: number };
      entries: object[];
    }>();
    expect(year.weeklyChecks.made).toBe(0);
    expect(year.entries).toMatchObject([{ kind: "monthly", month: 12, people: 4 }]);
  });

  const read2Case = (enrolleeId: string) =>
    read((tx) => tx.select().from(tables.caseRecord).where(eq(tables.caseRecord.enrolleeId, enrolleeId)));
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

    const trail = (await world.call("admin", { url: "/api/v1/audit?limit=100" })).body;
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
    expect(stale.json()).toMatchObject({ code: "stale_version" });
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
    expect((await world.call("supervisor", { url })).json()).toMatchObject({ code: "not_found" });
    const apply = await world.call("supervisor", { method: "POST", url: `${url}/apply` });
    expect(apply.json()).toMatchObject({ code: "not_found" });
    const list = await world.call("supervisor", { url: "/api/v1/imports" });
    expect(list.json()).toMatchObject({ total: { count: 0 } });
  });

  it("not undo what others have built upon", async () => {
    const typed = await type(await open(), [fresh]);
    const decided = await decide(typed, [{ lineId: typed.lines[0]?.id, decision: "take_over" }]);
    const done = (await finish(decided.json())).json<Reconciliation>();
    const { db, county } = world.services;
    await db.write({ countyCode: county.code, people: systemActor.scope }, async (tx) => {
      const [record] = await tx
        .select()
        .from(tables.caseRecord)
        .where(eq(tables.caseRecord.orderNumber, fresh.orderNumber));
      if (record === undefined) throw new Error("no case");
      const { id: caseId, stationId, enrolleeId } = record;
      await insertRows(tx, tables.caseEvent, [
        {
          id: newId(),
          countyCode: county.code,
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
