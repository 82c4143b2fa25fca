import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "../time/plain-date.ts";
import { idCheckCharacter, maskIdNumber, normalizeIdNumber, readIdNumber } from "./id-number.ts";

const today = plainDate("2021-12-31");

describe("identity number", () => {
  it.each(["11010519491231002X", "440524188001010014", "430624190001010010"])("accepts %s", (text) => {
    expect(readIdNumber(text, today)).toMatchObject({ ok: true, value: text, convertedFrom15: false });
  });

  it("reads birth date, sex and district", () => {
    expect(readIdNumber("11010519491231002X", today)).toMatchObject({
      birthDate: "1949-12-31",
      sex: "female",
      regionCode: "110105",
    });
    expect(readIdNumber("440524188001010014", today)).toMatchObject({ sex: "male" });
  });

  it.each([
    ["", "missing_id"],
    [" 　", "missing_id"],
    ["43062419000101001", "id_length"],
    ["4306241900010100100", "id_length"],
    ["43062419000101A010", "id_characters"],
    ["4306241900X1010010", "id_characters"],
    ["430624190001010011", "id_checksum"],
    ["430624190002290018", "id_birth_date"],
  ])("refuses %j: %s", (text, issue) => {
    expect(readIdNumber(text, today)).toMatchObject({ ok: false, issue });
  });

  it("refuses a birth date after the day given, not on it", () => {
    const id = `43062420211231001${idCheckCharacter("43062420211231001")}`;
    expect(readIdNumber(id, plainDate("2021-12-30"))).toMatchObject({ issue: "id_birth_date_future" });
    expect(readIdNumber(id, today).ok).toBe(true);
  });

  it.each([
    ["110105 19491231 002x", "11010519491231002X"],
    ["１１０１０５１９４９１２３１００２ｘ", "11010519491231002X"],
    ["110105-19491231-002X", "11010519491231002X"],
    ["110105　19491231　002X", "11010519491231002X"],
    ["\u200b11010519491231002X", "11010519491231002X"],
    ["'11010519491231002X", "11010519491231002X"],
  ])("puts %j right", (text, expected) => {
    expect(normalizeIdNumber(text)).toBe(expected);
  });

  it("converts 15 digits", () => {
    expect(readIdNumber("110105491231002", today)).toMatchObject({
      ok: true,
      value: "11010519491231002X",
      convertedFrom15: true,
    });
    expect(readIdNumber("110105490231002", today)).toMatchObject({ ok: false, issue: "id_birth_date" });
  });

  it("finds every single mistyped digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (position, shift) => {
        const right = "430624190001010010";
        const digit = (Number(right[position]) + shift) % 10;
        const wrong = right.slice(0, position) + String(digit) + right.slice(position + 1);
        expect(readIdNumber(wrong, today).ok).toBe(false);
      }),
    );
  });

  it("masks all but the first and last four", () => {
    expect(maskIdNumber("430624190001010010")).toBe("4306**********0010");
    expect(maskIdNumber("12345678")).toBe("********");
  });
});
