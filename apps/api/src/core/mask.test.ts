import { expect, it, vi } from "vitest";
import { createKeyring, createValueCipher } from "./cipher.ts";
import { maskStoredIdNumber, maskStoredPhone } from "./mask.ts";

const cipher = createValueCipher(createKeyring(), "aes-256-gcm");

it("opens a stored number once, however often it is shown", () => {
  const decrypt = vi.spyOn(cipher, "decrypt");
  const stored = cipher.encrypt("430624199001010010");
  expect(maskStoredIdNumber(stored, cipher)).toBe("4306**********0010");
  expect(maskStoredIdNumber(Buffer.from(stored), cipher)).toBe("4306**********0010");
  expect(decrypt).toHaveBeenCalledOnce();
});

it("masks a phone in its own way", () => {
  const stored = cipher.encrypt("13800000123");
  expect(maskStoredPhone(stored, cipher)).toBe("138****0123");
});

it("does not show a value that was changed", () => {
  const stored = cipher.encrypt("430624199001010010");
  maskStoredIdNumber(stored, cipher);
  stored.writeUInt8(stored.readUInt8(stored.length - 1) ^ 1, stored.length - 1);
  expect(() => maskStoredIdNumber(stored, cipher)).toThrow(/authenticate/u);
});
