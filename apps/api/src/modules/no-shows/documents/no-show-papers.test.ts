import { ruleOn } from "@rehab/domain/law/rule";
import type { Rule } from "@rehab/domain/law/rule";
import { RULES } from "@rehab/domain/law/rules";
import { plainDate } from "@rehab/domain/time/plain-date";
import type { Document } from "docx";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { authorityOf, certificatePaper, dayInWords, referralPaper, warningPaper } from "./no-show-papers.ts";
import type { PaperFacts } from "./no-show-papers.ts";
import { toWord } from "../../matters/official-layout.ts";

const d = plainDate;
const facts: PaperFacts = {
  name: "曾<小&明",
  sex: "male",
  birthDate: d("1990-01-02"),
  idNumber: "999906199001020011",
  phone: null,
  residence: "测试县文星街道一村",
  measure: "community_detox",
  orderNumber: "测公社戒决字〔2021〕9号",
  orderOrgan: "测试县公安局",
  receivedOn: d("2021-12-06"),
  transferredOn: null,
  dueOn: d("2021-12-21"),
  rule: ruleOn("T1", d("2021-12-06"), RULES),
  countyName: "测试县",
  townshipName: "文星街道",
  stationName: "文星街道中心站",
};
const head = { number: "测司告〔2021〕1号", issuedOn: d("2021-12-23") };
const attempts = [{ on: d("2021-12-22"), method: "电话", outcome: "未联系上", madeBy: "李林斌" }];

/** The parts of a Word file as they come out of it again. */
async function read(paper: Document) {
  const parts = unzipSync(await toWord(paper));
  const xml = Object.entries(parts)
    .filter(([name]) => /\.(xml|rels)$/u.test(name))
    .map(([name, bytes]) => ({ name, text: strFromU8(bytes) }));
  const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const lines = [...body.matchAll(/<w:p[ >].*?<\/w:p>/gu)].map(([line]) =>
    [...line.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(""),
  );
  return { xml, body, lines, text: lines.join("\n") };
}

/** Whether every element that opens closes in its order, and nothing else stands between: a reader takes it. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const withoutProlog = xml.replace(/^<\?xml[^?]*\?>\s*/u, "");
  let at = 0;
  for (const match of withoutProlog.matchAll(
    /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/gu,
  )) {
    const between = withoutProlog.slice(at, match.index);
    if (/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu.test(between)) return false;
    at = match.index + match[0].length;
    const [, closing, name = "", , empty] = match;
    if (closing === "/") {
      if (open.pop() !== name) return false;
    } else if (empty !== "/") open.push(name);
  }
  return open.length === 0 && withoutProlog.slice(at).trim() === "";
}

describe("the warning", () => {
  it("says who, which order, until when, and by which article", async () => {
    const { lines } = await read(warningPaper(facts, head));
    expect(lines.slice(0, 5)).toEqual([
      "逾期未报到告诫书",
      "测司告〔2021〕1号",
      "曾&lt;小&amp;明：",
      "测试县公安局作出责令社区戒毒决定书（测公社戒决字〔2021〕9号），本人于2021年12月6日收到。你最迟应当于2021年12月21日到文星街道办事处（文星街道中心站）报到，至今没有报到。",
      "根据《戒毒条例》第十四条，应当自收到责令社区戒毒决定书之日起15日内报到；无正当理由逾期不报到的，视为拒绝接受社区戒毒。",
    ]);
    expect(lines).toContain("文星街道办事处（盖章）");
    expect(lines).toContain("2021年12月23日");
  });

  it("brings the form of its receipt on a page of its own, with the lines that prove a service", async () => {
    const { body, lines } = await read(warningPaper(facts, head));
    expect(body.indexOf('<w:br w:type="page"/>')).toBeLessThan(body.indexOf("送达回执"));
    for (const label of [
      "受送达人",
      "送达文书名称",
      "送达方式",
      "送达地点",
      "受送达人签名或者捺指印",
      "代收人签名和与受送达人的关系",
      "拒收事由",
      "见证人签名",
      "送达人签名",
    ]) {
      expect(lines).toContain(label);
    }
    expect(lines).toContain(
      "□直接送达　□代收　□留置送达　□委托送达　□邮寄送达　□经同意的电子送达　□公告送达",
    );
  });

  it("knows no refusal in 社区康复, nor after a change of place", async () => {
    const t2 = ruleOn("T2", d("2021-12-06"), RULES);
    const rehab = await read(warningPaper({ ...facts, measure: "community_rehab", rule: t2 }, head));
    expect(rehab.text).toContain("《戒毒条例》第三十八条");
    const t12 = ruleOn("T12", d("2021-12-06"), RULES);
    const moved = await read(warningPaper({ ...facts, transferredOn: d("2021-12-06"), rule: t12 }, head));
    expect(moved.text).toContain("《戒毒条例》第二十二条");
    for (const { text } of [rehab, moved]) expect(text).not.toContain("视为拒绝");
  });
});

describe("the days on the warning", () => {
  const days = { amount: 10, unit: "day", counting: "working", rollsOver: false } as const;
  it.each([
    ["T1", "community_detox", null],
    ["T2", "community_rehab", null],
    ["T12", "community_detox", d("2021-12-06")],
  ] as const)("are those of the version of %s that counted", async (id, measure, transferredOn) => {
    const common = ruleOn(id, d("2021-12-06"), RULES);
    const textFor = async (rule: Rule) =>
      (await read(warningPaper({ ...facts, measure, transferredOn, rule }, head))).text;
    expect(await textFor(common)).toContain("15日内");
    const changed = await textFor({ ...common, article: "第九十九条", period: days });
    expect(changed).toContain("根据《戒毒条例》第九十九条");
    expect(changed).toContain("10个工作日内");
    expect(changed).not.toContain("15日");
  });
});

describe("certificate and letter", () => {
  it("tell how the person was sought", async () => {
    const { text } = await read(certificatePaper(facts, head, attempts));
    expect(text).toContain("1．2021年12月22日，电话，未联系上（李林斌）。");
    expect(text).toContain("该人至2021年12月23日没有到文星街道办事处（文星街道中心站）报到。");
    expect((await read(certificatePaper(facts, head, []))).text).toContain("无记录。");
  });

  it("list what goes along, and leave the receipt to the police", async () => {
    const { text, body } = await read(
      referralPaper(facts, {
        head: { number: "测司移〔2021〕1号", issuedOn: d("2021-12-31") },
        organ: "测试县公安局禁毒大队",
        note: null,
        sentence: "依据的一句话。",
        citation: "《戒毒条例》第十四条、第二十一条",
        enclosures: ["告诫书", "证明"],
        attempts,
      }),
    );
    expect(text).toContain("测试县公安局禁毒大队：");
    expect(text).toContain("依据的一句话。（《戒毒条例》第十四条、第二十一条）");
    expect(text).toContain("2．证明");
    expect(body.indexOf('<w:br w:type="page"/>')).toBeLessThan(body.indexOf("移交回执"));
    expect(text).not.toContain("其他情况");
    expect(text).toContain("你站测司移〔2021〕1号《逾期未报到人员移交函》及所附材料（2件）已收到。");
  });
});

describe("every paper", () => {
  it("is a well-formed Word file of A4 in the office's fonts", async () => {
    const { xml, body } = await read(warningPaper(facts, head));
    expect(xml.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["word/document.xml", "[Content_Types].xml", "_rels/.rels"]),
    );
    expect(xml.filter(({ text }) => !isWellFormed(text)).map(({ name }) => name)).toEqual([]);
    expect(isWellFormed("<a><b></a></b>")).toBe(false);
    expect(isWellFormed("<a>1 & 2</a>")).toBe(false);
    expect(body).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/u);
    expect(body).toContain('w:eastAsia="方正小标宋简体"');
    expect(body).toContain('w:firstLineChars="200"');
    expect(xml.find(({ name }) => name === "word/styles.xml")?.text).toContain('w:eastAsia="仿宋_GB2312"');
    expect((await read(certificatePaper(facts, head, attempts))).body).toContain('w:eastAsia="黑体"');
  });

  it("writes days and authorities as offices do", () => {
    expect(dayInWords(d("2021-07-09"))).toBe("2021年7月9日");
    expect(authorityOf("文星街道")).toBe("文星街道办事处");
    expect(authorityOf("新泉镇")).toBe("新泉镇人民政府");
  });
});
