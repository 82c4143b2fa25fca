import type { Reconciliation } from "@rehab/schema/reconciliations";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { tables } from "../src/db/client.ts";
import { samplePerson } from "./app-world.ts";
import { known, fresh, lineOf, listFile, reconciliationCounty } from "./reconciliation-county.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const county = reconciliationCounty();
const { ask, open, type, upload, decide, finish, read } = county;

async function personOf(id: string) {
  const [person] = await read((tx) => tx.select().from(tables.enrollee).where(eq(tables.enrollee.id, id)));
  return person;
}

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
    expect(await personOf(county.world.people.atA)).toMatchObject({ name: "曾晓明" });
    const found = await county.world.call("caseworkerA", { url: "/api/v1/enrollees?q=zengxiaoming" });
    expect(found.json()).toMatchObject({ total: { count: 1 } });
    const log = await county.world.call("supervisor", {
      url: `/api/v1/enrollees/${county.world.people.atA}/access-log`,
    });
    expect(log.body).toContain("reconciliations.finish");

    const reason = { version: done.version, reason: "名单有误" };
    const dropped = await ask("POST", `/${done.id}/cancel`, reason);
    expect(dropped.json()).toMatchObject({ state: "cancelled", finishedAt: null });
    expect(await personOf(county.world.people.atA)).toMatchObject({ name: samplePerson.name });
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
    const { cipher } = county.world.services;
    await county.write(async (tx) => {
      await tx
        .update(tables.enrollee)
        .set({ phoneCipher: cipher.encrypt("13900000099") })
        .where(eq(tables.enrollee.id, county.world.people.atA));
    });
    expect((await finish(decided.json())).json()).toMatchObject({ code: "lines_undecided" });
  });
});

describe("somebody who is not surely the same", () => {
  it("stands beside the row and is never merged", async () => {
    const typed = await type(await open(), [{ ...fresh, name: samplePerson.name }]);
    const line = lineOf(typed, "doubtful");
    expect(line).toMatchObject({
      ours: null,
      candidates: [{ enrolleeId: county.world.people.atA, maskedName: "曾**" }],
      plain: null,
    });
    const decided = await decide(typed, [
      { lineId: line.id, decision: "take_over", reason: "同名不同人，号码不同" },
    ]);
    expect((await finish(decided.json())).json()).toMatchObject({ state: "finished" });
    const found = await county.world.call("caseworkerA", { url: "/api/v1/enrollees?q=zengxiaoming" });
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
    const found = await county.world.call("supervisor", { url: "/api/v1/enrollees?q=fanzhi" });
    expect(found.json()).toMatchObject({ total: { count: 0 } });
  });
});

describe("both registers as a whole", () => {
  it("tell a list that is not nearly the whole one", async () => {
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
      ],
      headers,
    );
    expect((await upload(of, file)).json<Reconciliation>().list?.warnings).toMatchObject([
      {
        code: "fewer_rows",
        text: "名单的行数少于写明或在册的人数，可能不完整：我方在册3人，名单只有1行",
      },
    ]);
  });

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
    const [record] = await read2Case(county.world.people.atA);
    expect(record?.handedOffOn).toBeNull();
    const found = await county.world.call("caseworkerB", { url: "/api/v1/enrollees?q=fanzhi" });
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
