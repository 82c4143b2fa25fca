import { readIdNumber } from "@rehab/domain/identity/id-number";
import { readPhone } from "@rehab/domain/identity/phone";
import { plainDate } from "@rehab/domain/time/plain-date";
import { expect, test } from "vitest";
import { inventedIdentity, inventedPhone } from "./invented-numbers.ts";

test("an invented number reads as a number of the sex and birth date that it was made for", () => {
  for (const [index, sex] of [
    [0, "male"],
    [1, "female"],
    [40_000, "male"],
    [8_000_000, "female"],
  ] as const) {
    const identity = inventedIdentity(index, sex);
    const read = readIdNumber(identity.idNumber, plainDate("2021-12-31"));
    expect(read).toMatchObject({ ok: true, value: identity.idNumber, birthDate: identity.birthDate, sex });
  }
});

test("no number is given out twice", () => {
  const numbers = Array.from({ length: 60_000 }, (_, index) => inventedIdentity(index, "male").idNumber);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test("the region of an invented number does not exist", () => {
  expect(inventedIdentity(5, "male").idNumber.slice(0, 2)).toBe("99");
});

test("an invented phone reads as a mobile number", () => {
  expect(readPhone(inventedPhone(123))).toEqual({ ok: true, value: "19000000123", kind: "mobile" });
});
