import { plainDate } from "@rehab/domain/time/plain-date";
import { describe, expect, it } from "vitest";

import { findCountyIn, townshipIn } from "./address.ts";
import { findChoice, getChoiceLabel } from "./choices.ts";
import { findMeasureOfOrder, normalizeOrderNumber } from "./order-number.ts";
import { parseCell } from "./parse-cell.ts";
import { parseMoney, parseNumber } from "./parse-number.ts";

describe("choices", () => {
  it.each([
    [
      "test_result",
      "negative",
      ["阴", "阴性", "阴性（－）", "阴性(-)", "(-)", "－", "—", "未检出", "吗啡阴性"],
    ],
    ["test_result", "positive", ["阳", "阳性", "阳性（+）", "＋", "冰毒阳性、吗啡阴性"]],
    ["test_result", "refused", ["拒检", "拒绝检测", "拒不到场"]],
    ["test_result", "absent", ["未到", "未检", "未到场"]],
    ["test_result", "invalid", ["无效", "标本不合格"]],
    ["measure", "community_detox", ["社区戒毒", "社戒", "责令社区戒毒"]],
    ["measure", "community_rehab", ["社区康复", "社 康"]],
    ["sex", "female", ["女", "女性"]],
    ["risk", "medium", ["中", "中风险", "中级"]],
    ["test_method", "urine", ["尿检", "尿液检测"]],
    ["test_method", "hair", ["毛发", "发检"]],
    ["visit_method", "home_visit", ["入户走访", "上门", "家访"]],
    ["visit_method", "station_interview", ["到站面谈", "当面谈话"]],
    ["visit_method", "phone", ["电话", "电话走访"]],
    ["visit_method", "video", ["微信视频"]],
    ["status_change", "released", ["解除", "期满解除"]],
    ["status_change", "terminated", ["终止", "强制隔离戒毒"]],
    ["status_change", "transferred_out", ["转出", "变更执行地"]],
    ["status_change", "lost_contact", ["脱管", "失联", "脱失"]],
    ["status_change", "suspended", ["中止"]],
    ["status_change", "resumed", ["恢复", "恢复执行"]],
    ["status_change", "found", ["找回", "恢复联系", "解除脱管"]],
    ["status_change", "died", ["死亡"]],
    ["completion", "open", ["未完成", "正在推进"]],
    ["completion", "done", ["已完成", "已落实"]],
  ] as const)("%s %s", (type, code, spellings) => {
    expect(spellings.map((spelling) => findChoice(type, spelling))).toEqual(spellings.map(() => code));
  });

  it.each([
    ["test_result", "正在复核"],
    ["test_result", "非阴性"],
    ["measure", "社区戒毒社区康复"],
    ["risk", "中高"],
    ["status_change", "其他"],
  ] as const)("%s %s is left to a person", (type, spelling) => {
    expect(findChoice(type, spelling)).toBeUndefined();
  });

  it("has a label for every code and none for others", () => {
    expect(getChoiceLabel("test_result", "refused")).toBe("拒检");
    expect(() => getChoiceLabel("test_result", "good")).toThrow(RangeError);
  });
});

describe("numbers", () => {
  it.each([
    ["1,500", 1500],
    ["约1500人", 1500],
    ["３年", 3],
    ["三年", 3],
    ["两年", 2],
    ["1.2万人次", 12_000],
  ])("%s is %d", (text, value) => {
    expect(parseNumber(text)).toEqual({ value });
  });

  it.each([
    ["12,800.50", 1, 12_800.5],
    ["￥300.00元", 1, 300],
    ["1.5万元", 1, 15_000],
    ["1.5", 10_000, 15_000],
    ["-200", 1, -200],
    ["300元", 10_000, 300],
  ] as const)("%s in units of %d is %d yuan", (text, unit, value) => {
    expect(parseMoney(text, unit)).toEqual({ value });
  });

  it.each(["若干", "1-2", "12.3.4"])("%s cannot be read", (text) => {
    expect(parseNumber(text)).toEqual({ issue: "number_unreadable" });
  });
});

describe("addresses", () => {
  const townships = ["文星街道", "静河镇", "新泉镇", "东塘镇", "三塘镇"];

  it.each([
    ["湘阴县静河镇白水村4组", "静河镇"],
    ["湖南省岳阳市湘阴县 新泉镇 新华村", "新泉镇"],
    ["湘阴县文星乌龙社区3组", "文星街道"],
    ["三塘镇东塘镇交界处", "三塘镇"],
    ["广东省佛山市南海区桂城街道", undefined],
    ["汨罗市静河镇", undefined],
    ["不详", undefined],
  ])("the township of %s", (address, township) => {
    expect(townshipIn(address, townships, "湘阴县")).toBe(township);
  });

  it.each([
    ["湖南省岳阳市湘阴县静河镇", "湘阴县"],
    ["广东省佛山市南海区桂城街道", "南海区"],
    ["汨罗市弼时镇", "汨罗市"],
    ["广西壮族自治区龙胜各族自治县龙胜镇", "龙胜各族自治县"],
    ["文星街道乌龙社区", undefined],
    ["乌龙社区3组", undefined],
  ])("the county of %s", (address, county) => {
    expect(findCountyIn(address)).toBe(county);
  });
});

describe("order numbers", () => {
  it("have one form", () => {
    const forms = [
      "湘公(禁)社戒决字[2021]第223号",
      "湘公（禁）社戒决字〔2021〕223号",
      "湘公（禁）社戒决字【2021】 223号",
    ];
    expect(new Set(forms.map(normalizeOrderNumber))).toEqual(new Set(["湘公（禁）社戒决字〔2021〕223号"]));
  });

  it("name the measure", () => {
    expect(findMeasureOfOrder("湘公（禁）社戒决字〔2021〕223号")).toBe("community_detox");
    expect(findMeasureOfOrder("湘公（禁）社康决字〔2021〕223号")).toBe("community_rehab");
    expect(findMeasureOfOrder("湘公决字〔2021〕223号")).toBeUndefined();
  });
});

describe("cells", () => {
  const context = { today: plainDate("2021-12-31"), dateSystem: 1900, header: "" } as const;
  const cell = (value: string | number) => ({ value, text: String(value), address: "A1" });

  it.each([
    ["id_number", "430624 19900101 0013", undefined, "id_checksum"],
    ["id_number", "43062419000101001０", "430624190001010010", undefined],
    ["id_number", "430624900101001", "430624199001010011", "id_15_digits"],
    ["id_number", 430624190001010000, undefined, "digits_lost"],
    ["id_number", "4.30624E+17", undefined, "digits_lost"],
    ["id_number", "无", undefined, undefined],
    ["name", "崔　波", "崔波", undefined],
    ["name", "赵1", "赵1", "name_unreadable"],
    ["phone", "135-5274-4021", "13552744021", undefined],
    ["phone", "13552744021/13552744022", "13552744021", undefined],
    ["phone", "1355274", undefined, "phone_invalid"],
    ["date", "未返回", undefined, undefined],
    ["date", "/", undefined, undefined],
    ["text", "/", "/", undefined],
    ["test_result", "-", "negative", undefined],
  ] as const)("%s %s", (type, value, expected, issue) => {
    const parsed = parseCell(type, cell(value), context);
    expect(parsed.value).toBe(expected);
    expect(parsed.issue).toBe(issue);
  });

  it("splits a list and takes the money unit from the header", () => {
    expect(parseCell("list", cell("文星街道、静河镇，洋沙湖镇"), context).value).toEqual([
      "文星街道",
      "静河镇",
      "洋沙湖镇",
    ]);
    expect(parseCell("money", cell(1.5), { ...context, header: "金额（万元）" }).value).toBe(15_000);
  });
});
