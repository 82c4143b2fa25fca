import { describe, expect, it } from "vitest";
import { firstId, handoffList, planPapers, rowOf, secondId, verdictOf, writeOf } from "./plan-papers.ts";

const list = handoffList("2021年第9周，核对日期2021-03-04", {});

function ledger(
  title: string,
  header: readonly string[],
  ...rows: readonly (readonly (string | number)[])[]
) {
  return [[title], ["序号", ...header], ...rows.map((row, index) => [index + 1, ...row])];
}

const tests = (...rows: readonly (readonly string[])[]) =>
  ledger("尿检台账（2021年）", ["检测日期", "姓名", "身份证号", "检测方式", "检测地点", "检测结果"], ...rows);
const reports = (...rows: readonly (readonly string[])[]) =>
  ledger(
    "报到协议台账（2021年）",
    ["姓名", "身份证号", "决定书文号", "实际报到时间", "协议签订日期", "专干"],
    ...rows,
  );
const changes = (...rows: readonly (readonly string[])[]) =>
  ledger("人员异动台账（2021年）", ["日期", "姓名", "身份证号", "异动类型", "原因"], ...rows);
const leaves = (...rows: readonly (readonly string[])[]) =>
  ledger("外出请假台账（2021年）", ["姓名", "身份证号", "外出日期", "应返回日期", "销假日期"], ...rows);

describe("a list of the police", () => {
  it("opens a case and gives it to whoever carries fewest people", async () => {
    const plan = await planPapers({
      list: handoffList(
        "2021年第9周，核对日期2021-03-04",
        {},
        { name: "钱二", id: secondId, order: "临公（禁）社康决字〔2021〕002号", measure: "" },
      ),
    });
    const people = [1, 2].map((row) => writeOf(rowOf(plan, "list", row), "add_person")?.person.fields);
    expect(people.map((fields) => [fields?.stationId, fields?.caseworkerId])).toEqual([
      ["north", "甲一"],
      ["north", "甲二"],
    ]);
    expect(writeOf(rowOf(plan, "list", 2), "add_case")).toMatchObject({
      measure: "community_rehab",
      termMonths: 36,
    });
    expect(plan.files[0]?.writes).toEqual([
      { op: "add_weekly_check", check: { year: 2021, week: 9, checkedOn: "2021-03-04", people: 2 } },
    ]);
  });

  it("counts for the Friday of its week when it names no day", async () => {
    const plan = await planPapers({ list: handoffList("2021年第9周", {}) });
    expect(plan.files[0]?.writes[0]).toMatchObject({ check: { week: 9, checkedOn: "2021-03-05" } });
    expect(writeOf(rowOf(plan, "list", 1), "add_case")?.handedOffOn).toBe("2021-03-05");
  });

  it("finds the township in the address, and sends back who lives elsewhere", async () => {
    const living = (township: string, address: string) =>
      planPapers({ list: handoffList("2021年第9周，核对日期2021-03-04", { township, address }) });
    const blank = rowOf(await living("", "某省临湖县城南镇二村"), "list", 1);
    expect(blank).toMatchObject({ verdict: "new", issues: [{ code: "township_from_address" }] });
    expect(writeOf(blank, "add_person")?.person.fields.stationId).toBe("south");
    expect(verdictOf(await living("", "广东省佛山市南海区桂城街道"), "list")).toBe("held outside_county");
    expect(verdictOf(await living("没有的镇", ""), "list")).toBe("held township_unknown");
  });

  it("takes no term that the law of the day of the decision does not know, and fills in the one it sets", async () => {
    const second = { name: "钱二", id: secondId, order: "临公（禁）社康决字〔2021〕002号", measure: "" };
    const [title, header, detox, rehab] = handoffList("2021年第9周，核对日期2021-03-04", {}, second);
    const withTerms = (...years: readonly string[]) =>
      planPapers({
        list: [
          title ?? [],
          [...(header ?? []), "期限（年）"],
          [...(detox ?? []), years[0] ?? ""],
          [...(rehab ?? []), years[1] ?? ""],
        ],
      });
    const verdicts = async (...years: readonly string[]) => {
      const plan = await withTerms(...years);
      return [1, 2].map((row) => {
        const planned = rowOf(plan, "list", row);
        return planned.verdict === "held"
          ? planned.issues.find(({ holds }) => holds)?.code
          : writeOf(planned, "add_case")?.termMonths;
      });
    };
    expect(await verdicts("3", "2")).toEqual([36, 24]);
    expect(await verdicts("", "")).toEqual([36, 36]);
    expect(await verdicts("2", "3.5")).toEqual(["term_invalid", "term_invalid"]);
  });

  it("keeps the other names that it tells of somebody", async () => {
    const [title, header, row] = handoffList("2021年第10周", {});
    const plan = await planPapers({
      list: [title ?? [], [...(header ?? []), "别名"], [...(row ?? []), "小赵、赵 大毛，无，赵一心"]],
    });
    const names = rowOf(plan, "list", 1).writes.flatMap((write) =>
      write.op === "add_former_name" ? write.name : [],
    );
    expect(names).toEqual(["小赵", "赵", "大毛"]);
  });

  it("holds what the clocks could not start from", async () => {
    const check = "2021年第9周，核对日期2021-03-04";
    const plan = await planPapers({
      list: handoffList(
        check,
        { receivedOn: "" },
        { receivedOn: "2021-02-30" },
        { receivedOn: "2021-02-28" },
        { receivedOn: "2023-03-02" },
      ),
    });
    expect([1, 2, 3, 4].map((row) => verdictOf(plan, "list", row))).toEqual([
      "held missing_receipt_date",
      "held date_impossible",
      "held received_before_order",
      "held future_date",
    ]);
  });

  it("tells a returning person from one with two live orders by the ledger of changes", async () => {
    const second = {
      order: "临公（禁）社戒决字〔2021〕090号",
      receivedOn: "2021-09-02",
      decidedOn: "2021-09-01",
    };
    const papers = { list, later: handoffList("2021年第36周，核对日期2021-09-09", second) };
    expect(verdictOf(await planPapers(papers), "later")).toBe("held two_live_orders");
    const ended = { ...papers, changes: changes(["2021-08-01", "赵一心", firstId, "终止", "收监执行刑罚"]) };
    const plan = await planPapers(ended);
    expect(verdictOf(plan, "later")).toBe("held returning_person");
    expect(writeOf(rowOf(plan, "changes", 1), "add_event")).toMatchObject({
      kind: "terminated",
      ground: "imprisoned",
    });
  });

  it("keeps facts with the case that was open on their day", async () => {
    const second = {
      order: "临公（禁）社戒决字〔2021〕090号",
      receivedOn: "2021-09-02",
      decidedOn: "2021-09-01",
    };
    const plan = await planPapers(
      {
        list,
        later: handoffList("2021年第36周，核对日期2021-09-09", second),
        tests: tests(
          ["2021-05-01", "赵一心", firstId, "尿检", "站", "阴"],
          ["2021-10-01", "赵一心", firstId, "尿检", "站", "阴"],
          ["2021-03-01", "赵一心", firstId, "尿检", "站", "阴"],
        ),
      },
      [{ file: "later", row: 1, action: "accept" }],
    );
    const cases = ["list", "later"].map((file) => writeOf(rowOf(plan, file, 1), "add_case")?.id);
    expect([1, 2].map((row) => writeOf(rowOf(plan, "tests", row), "add_test")?.caseId)).toEqual(cases);
    expect(verdictOf(plan, "tests", 3)).toBe("held before_case");
  });
});

describe("a person without a number", () => {
  const provisional = handoffList("2021年第9周，核对日期2021-03-04", { id: "" });
  const order = "临公（禁）社戒决字〔2021〕001号";

  it("lets what is told of them wait, by order and by name", async () => {
    const papers = {
      list: provisional,
      reports: reports(["赵一心", "", order, "2021-03-10", "2021-03-11", "甲二"]),
      tests: tests(["2021-05-01", "赵一心", "", "尿检", "站", "阴性(-)"]),
    };
    const waiting = await planPapers(papers);
    expect(["list", "reports", "tests"].map((file) => verdictOf(waiting, file))).toEqual([
      "held missing_id",
      "waiting waits_for_row",
      "waiting waits_for_row",
    ]);
    const decided = await planPapers(papers, [{ file: "list", row: 1, action: "accept" }]);
    expect(["list", "reports", "tests"].map((file) => verdictOf(decided, file))).toEqual([
      "new",
      "new",
      "new",
    ]);
    expect(writeOf(rowOf(decided, "list", 1), "add_person")?.person.fields).toMatchObject({
      provisional: true,
      caseworkerId: "甲二",
    });
  });

  it("gets the number from a paper with the same order, but by name only when a person says so", async () => {
    const accepted = [{ file: "list", row: 1, action: "accept" as const }];
    const plan = await planPapers(
      { list: provisional, reports: reports(["赵一心", firstId, order, "2021-03-10", "", ""]) },
      accepted,
    );
    expect(writeOf(rowOf(plan, "list", 1), "add_person")?.person.fields).toMatchObject({
      provisional: false,
      idNumber: firstId,
    });
    const papers = { list: provisional, tests: tests(["2021-05-01", "赵一心", firstId, "尿检", "站", "阴"]) };
    expect(verdictOf(await planPapers(papers, accepted), "tests")).toBe("held provisional_person");
    const same = await planPapers(papers, [...accepted, { file: "tests", row: 1, action: "accept" }]);
    expect(verdictOf(same, "tests")).toBe("new");
  });
});

describe("ledgers", () => {
  it("take a row that stands twice once, and the same row of a second file as known", async () => {
    const row = ["2021-05-01", "赵一心", firstId, "尿检", "站", "阴"];
    const plan = await planPapers({ list, a: tests(row, row), b: tests(row) });
    expect([verdictOf(plan, "a", 1), verdictOf(plan, "a", 2), verdictOf(plan, "b", 1)]).toEqual([
      "new",
      "held duplicate_row",
      "matched",
    ]);
    const both = await planPapers({ list, a: tests(row, row) }, [{ file: "a", row: 2, action: "accept" }]);
    expect(writeOf(rowOf(both, "a", 2), "add_test")).toMatchObject({ result: "negative" });
  });

  it("hold two results of one test, an unknown and a mistaken person, and a wrong year", async () => {
    const plan = await planPapers({
      list,
      tests: tests(
        ["2021-05-01", "赵一心", firstId, "尿检", "站", "阴"],
        ["2021-05-01", "赵一心", firstId, "尿检", "站", "阳"],
        ["2021-05-02", "钱二", firstId, "尿检", "站", "阴"],
        ["2021-05-02", "钱二", secondId, "尿检", "站", "阴"],
        ["2022-05-02", "赵一心", firstId, "尿检", "站", "阴"],
        ["2021-05-03", "赵一心", "430624190001010011", "尿检", "站", "阴"],
      ),
    });
    expect([2, 3, 4, 5, 6].map((row) => verdictOf(plan, "tests", row))).toEqual([
      "held conflicting_fact",
      "held name_id_mismatch",
      "held unknown_person",
      "held future_date",
      "held id_checksum",
    ]);
  });

  it("close a leave when the person is back, and hold one that says otherwise", async () => {
    const plan = await planPapers({
      list,
      a: leaves(["赵一心", firstId, "2021-05-01", "2021-05-05", ""]),
      b: leaves(["赵一心", firstId, "2021-05-01", "2021-05-05", "2021-05-04"]),
      c: leaves(["赵一心", firstId, "2021-05-01", "2021-05-09", ""]),
      d: leaves(["赵一心", firstId, "2021-06-05", "2021-06-01", ""]),
    });
    expect(["a", "b", "c", "d"].map((file) => verdictOf(plan, file))).toEqual([
      "new",
      "changed",
      "held conflicting_fact",
      "held dates_reversed",
    ]);
    expect(writeOf(rowOf(plan, "b", 1), "close_leave")).toMatchObject({ returnedOn: "2021-05-04" });
  });

  it("let nothing follow the end of a case", async () => {
    const plan = await planPapers({
      list,
      changes: changes(
        ["2021-08-01", "赵一心", firstId, "死亡", ""],
        ["2021-09-01", "赵一心", firstId, "脱管", ""],
        ["2021-10-01", "赵一心", firstId, "解除", ""],
      ),
    });
    expect([1, 2, 3].map((row) => verdictOf(plan, "changes", row))).toEqual([
      "new",
      "held already_ended",
      "held already_ended",
    ]);
  });
});
