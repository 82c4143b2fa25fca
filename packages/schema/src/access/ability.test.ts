import { describe, expect, it } from "vitest";
import { abilityFor, dataScopeOf } from "./ability.ts";
import type { AccessProfile } from "./ability.ts";

const scopeOf = (profile: AccessProfile) => dataScopeOf(abilityFor(profile));

describe("data scope", () => {
  it("gives a caseworker the own station", () => {
    expect(scopeOf({ roles: ["caseworker"], stationId: "s1" })).toEqual({ kind: "station", stationId: "s1" });
  });

  it("gives a caseworker without a station nothing", () => {
    expect(scopeOf({ roles: ["caseworker"], stationId: null })).toEqual({ kind: "none" });
  });

  it("gives a supervisor the county, also one who is caseworker as well", () => {
    expect(scopeOf({ roles: ["supervisor"], stationId: null })).toEqual({ kind: "county" });
    expect(scopeOf({ roles: ["caseworker", "supervisor"], stationId: "s1" })).toEqual({ kind: "county" });
  });

  it("gives an admin no case content", () => {
    expect(scopeOf({ roles: ["admin"], stationId: null })).toEqual({ kind: "none" });
    expect(abilityFor({ roles: ["admin"], stationId: null }).can("read", "Indicator")).toBe(false);
  });

  it("gives an admin who is supervisor too both", () => {
    const ability = abilityFor({ roles: ["admin", "supervisor"], stationId: null });
    expect(dataScopeOf(ability)).toEqual({ kind: "county" });
    expect(ability.can("create", "Account")).toBe(true);
  });

  it("denies everything to nobody in particular", () => {
    expect(scopeOf({ roles: [], stationId: null })).toEqual({ kind: "none" });
    expect(abilityFor({ roles: [], stationId: null }).can("list", "Station")).toBe(false);
  });
});
