import { describe, expect, it } from "vitest";
import { createKeyring, createValueCipher } from "../../core/cipher.ts";
import { searchKeysOf } from "./search-keys.ts";
import { searchTermsOf } from "./search-terms.ts";

const cipher = createValueCipher(createKeyring(), "aes-256-gcm");
const person = {
  name: "曾小明",
  idNumber: "430624190001010010",
  orderNumbers: ["湘公（禁）社戒决字〔2021〕223号"],
};
const keys = searchKeysOf(person, cipher);

function finds(text: string): boolean {
  return searchTermsOf(text, cipher).some((term) =>
    keys.some(
      ({ kind, key }) =>
        kind === term.kind && (term.match === "exact" ? key === term.key : key.startsWith(term.key)),
    ),
  );
}

describe("search", () => {
  it.each([
    "曾小明",
    "曾",
    "小明",
    "小",
    "曾 小 明",
    "zeng",
    "zengxiaoming",
    "Zeng Xiao",
    "xiaoming",
    "zxm",
    "xm",
    "430624190001010010",
    "４３０６２４１９０００１０１００１０",
    "0010",
    "湘公（禁）社戒决字〔2021〕223号",
    "湘公(禁)社戒决字[2021]223",
    "2021223",
    "223",
  ])("finds the person by %s", (text) => {
    expect(finds(text)).toBe(true);
  });

  it.each(["曾明", "ceng", "zm", "1001", "430624190001010011", "22"])(
    "does not find the person by %s",
    (text) => {
      expect(finds(text)).toBe(false);
    },
  );

  it("finds the person by a former name as by the present one", () => {
    const renamed = searchKeysOf({ ...person, formerNames: ["刘铁柱", "曾小明"] }, cipher);
    const texts = renamed.map(({ kind, key }) => `${kind} ${key}`);
    expect(texts).toEqual(
      expect.arrayContaining(["name 铁柱", "pinyin liutiezhu", "initials ltz", "given_pinyin tiezhu"]),
    );
    expect(texts).toEqual(expect.arrayContaining(keys.map(({ kind, key }) => `${kind} ${key}`)));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("keeps neither the ID number nor its last four readable", () => {
    const hashed = keys.filter(({ kind }) => kind === "id" || kind === "id4");
    expect(hashed.map(({ key }) => key.length)).toEqual([64, 64]);
    expect(keys.some(({ key }) => key === "0010" || key.includes(person.idNumber))).toBe(false);
  });
});
