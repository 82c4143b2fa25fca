import { expect, it } from "vitest";
import { leastLoaded, overload } from "./station-load.ts";

it("counts as overload what is beyond thirty people for each caseworker", () => {
  expect(overload(60, 2)).toBe(0);
  expect(overload(61, 2)).toBe(1);
  expect(overload(1, 0)).toBe(1);
});

it("gives the next person to whoever carries fewest, the earlier in the list of equals", () => {
  const staff = [
    { name: "甲", caseload: 12, position: 1 },
    { name: "乙", caseload: 9, position: 3 },
    { name: "丙", caseload: 9, position: 2 },
  ];
  expect(leastLoaded(staff)?.name).toBe("丙");
  expect(leastLoaded([])).toBeUndefined();
});
