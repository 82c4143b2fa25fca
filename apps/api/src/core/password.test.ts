import { describe, expect, it } from "vitest";
import { hashPassword, isStrongPassword, unmatchedPasswordHash, verifyPassword } from "./password.ts";

describe("password", () => {
  it("verifies the hashed password and no other", async () => {
    const stored = await hashPassword("Lantern-2021");
    expect(await verifyPassword("Lantern-2021", stored)).toBe(true);
    expect(await verifyPassword("Lantern-2022", stored)).toBe(false);
    expect(stored).not.toContain("Lantern");
    expect(await hashPassword("Lantern-2021")).not.toBe(stored);
  });

  it("matches nothing against the unmatched hash", async () => {
    expect(await verifyPassword("", unmatchedPasswordHash)).toBe(false);
  });

  it.each([
    ["Lantern-2021", true],
    ["lantern2021", false],
    ["Lan-2021", false],
    ["LANTERN2021x", true],
  ])("judges %s as strong: %s", (password, strong) => {
    expect(isStrongPassword(password)).toBe(strong);
  });
});
