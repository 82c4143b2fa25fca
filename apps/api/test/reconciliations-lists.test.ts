import type { Reconciliation } from "@rehab/schema/reconciliations";
import { oleOf, protectedXls, zipBomb } from "@rehab/spreadsheet/test-support/bad-files";
import { describe, expect, it, vi } from "vitest";
import { known, fresh, freshRow, lineOf, listFile, reconciliationCounty } from "./reconciliation-county.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const county = reconciliationCounty();
const { ask, open, type, upload, decide, finish } = county;

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
    for (const [name, bytes, why] of [
      ["空.xlsx", Buffer.alloc(0), /文件是空的/u],
      ["密.xlsx", oleOf("/EncryptedPackage"), /打开密码/u],
      ["密.xls", protectedXls([["姓名"], ["赵测试"]]), /打开密码/u],
      ["炸弹.xlsx", zipBomb(), /解压后的大小异常/u],
      ["文件.xlsx", Buffer.from("%PDF-1.7\n"), /不是 Excel 或 CSV/u],
    ] as const) {
      const refused = await upload(typed, { name, bytes });
      expect(refused.json()).toMatchObject({
        status: 422,
        code: "file_unreadable",
        detail: expect.stringMatching(why),
      });
    }
    expect((await ask("GET", `/${typed.id}`)).json()).toMatchObject({ list: { rows: 1 } });
  });

  it("of which nothing came cannot be finished", async () => {
    expect((await finish(await open())).json()).toMatchObject({ code: "list_missing" });
  });
});
