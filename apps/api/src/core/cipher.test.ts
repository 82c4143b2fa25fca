import { describe, expect, it } from "vitest";
import { createKeyring, createValueCipher } from "./cipher.ts";

const keyring = createKeyring();
const value = "430624190001010010";

describe.each(["aes-256-gcm", "sm4-gcm"] as const)("value cipher %s", (name) => {
  const cipher = createValueCipher(keyring, name);

  it("gives back what it encrypted, differently each time", () => {
    const first = cipher.encrypt(value);
    expect(cipher.decrypt(first)).toBe(value);
    expect(first.equals(cipher.encrypt(value))).toBe(false);
    expect(first.includes(value)).toBe(false);
  });

  it("refuses a changed value, also a changed header", () => {
    for (const position of [2, 20, 33]) {
      const stored = cipher.encrypt(value);
      stored[position] = (stored[position] ?? 0) ^ 1;
      expect(() => cipher.decrypt(stored)).toThrow(/authenticate|key version|Unsupported state/u);
    }
  });

  it("reads values of an older key and of the other cipher", () => {
    const rotated = {
      ...keyring,
      current: 2,
      keys: { ...keyring.keys, "2": createKeyring().keys["1"] ?? "" },
    };
    const other = createValueCipher(rotated, name === "sm4-gcm" ? "aes-256-gcm" : "sm4-gcm");
    expect(other.decrypt(cipher.encrypt(value))).toBe(value);
    expect(() => cipher.decrypt(other.encrypt(value))).toThrow(/version 2/u);
  });

  it("hashes the same text alike under one key only", () => {
    expect(cipher.hash(value).equals(cipher.hash(value))).toBe(true);
    expect(cipher.hash(value).equals(createValueCipher(createKeyring(), name).hash(value))).toBe(false);
  });
});
