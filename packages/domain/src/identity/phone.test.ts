import { describe, expect, it } from "vitest";
import { maskPhone, readPhone } from "./phone.ts";

describe("phone number", () => {
  it.each([
    "15000004283",
    "150-0000-4283",
    "150 0000 4283",
    "１５０００００４２８３",
    "+86 150 0000 4283",
    "008615000004283",
    "8615000004283",
  ])("reads %j", (text) => {
    expect(readPhone(text)).toEqual({ ok: true, value: "15000004283", kind: "mobile" });
  });

  it.each(["0730-2222222", "(010)62222222", "021 52222222"])("reads the landline %j", (text) => {
    expect(readPhone(text)).toMatchObject({ ok: true, kind: "landline" });
  });

  it.each(["1500000428", "150000042833", "12000004283", "2222222", "无"])("refuses %j", (text) => {
    expect(readPhone(text)).toMatchObject({ ok: false, issue: "phone_invalid" });
  });

  it("tells an empty cell from a wrong number", () => {
    expect(readPhone(" ")).toMatchObject({ ok: false, issue: "missing_phone" });
  });

  it("masks the middle", () => {
    expect(maskPhone("15000004283")).toBe("150****4283");
    expect(maskPhone("2222222")).toBe("*******");
  });
});
