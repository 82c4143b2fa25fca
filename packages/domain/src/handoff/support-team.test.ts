import { expect, it } from "vitest";
import { plainDate } from "../time/plain-date.ts";
import { missingRoles } from "./support-team.ts";

const from = plainDate("2021-08-01");

it("names the roles of the Regulations that nobody fills, a cadre not among them", () => {
  expect(missingRoles([], from)).toEqual(["caseworker", "police", "medic", "family", "volunteer"]);
  const team = (["caseworker", "police", "medic", "cadre"] as const).map((role) => ({ role, from }));
  expect(missingRoles(team, from)).toEqual(["family", "volunteer"]);
});

it("leaves out who came later or has left", () => {
  const left = [{ role: "police" as const, from, until: plainDate("2021-09-01") }];
  expect(missingRoles(left, plainDate("2021-08-31"))).not.toContain("police");
  expect(missingRoles(left, plainDate("2021-09-01"))).toContain("police");
  expect(missingRoles(left, plainDate("2021-07-31"))).toContain("police");
});
