import { controlVerdictOn } from "@rehab/domain/indicators/control-reason";
import { NATIONAL_LAW } from "@rehab/domain/law/law";
import { plainDate } from "@rehab/domain/time/plain-date";
import { expect, test } from "vitest";
import { bigCounty } from "./big-county.ts";
import { historyOf } from "./builders/sample-case.ts";

const today = plainDate("2021-12-31");
const county = bigCounty({ registered: 2100, today });
const people = [...county.people()];

test("the same options give the same county, another seed another one", () => {
  const small = (seed: number) => [...bigCounty({ registered: 30, today, seed }).people()];
  expect(small(3)).toEqual(small(3));
  expect(small(3)).not.toEqual(small(4));
});

test("as many are registered as were asked for, beside those who left", () => {
  const verdicts = people.map(({ cases }) => {
    const latest = cases.at(-1);
    if (latest === undefined) throw new Error("a person without a case");
    const facts = { caseId: "", stationId: "", history: historyOf(latest), leaves: latest.leaves };
    return controlVerdictOn(facts, today, NATIONAL_LAW);
  });
  const registered = verdicts.filter((verdict) => verdict.registered);
  expect(registered).toHaveLength(2100);
  expect(people).toHaveLength(2625);
  const controlled = registered.filter((verdict) => verdict.controlled).length / registered.length;
  expect(controlled).toBeGreaterThan(0.92);
  expect(controlled).toBeLessThan(0.98);
});

test("nobody shares a number with somebody else", () => {
  const orders = people.flatMap(({ cases }) => cases.map(({ orderNumber }) => orderNumber));
  expect(new Set(people.map(({ idNumber }) => idNumber)).size).toBe(people.length);
  expect(new Set(orders).size).toBe(orders.length);
});

test("a station carries some forty people, and nobody lives in a place that does not exist", () => {
  expect(county.stations).toHaveLength(50);
  const names = county.stations.flatMap(({ name, townships }) => [name, ...townships]);
  expect(new Set(names).size).toBe(names.length);
  for (const { stationName, townshipName, caseworkerName } of people) {
    const station = county.stations.find(({ name }) => name === stationName);
    expect(station?.townships).toContain(townshipName);
    expect(station?.staff.map(({ name }) => name)).toContain(caseworkerName);
  }
});

test("facts lie inside the life of their case and not in the future", () => {
  for (const { receivedOn, tests, visits, events } of people.flatMap(({ cases }) => cases)) {
    for (const { on } of [...tests, ...visits, ...events]) {
      expect(on > receivedOn && on <= today).toBe(true);
    }
  }
});

test("a county of a hundred thousand has names for all its places", () => {
  const { stations } = bigCounty({ registered: 100_000, today });
  const townships = stations.flatMap((station) => station.townships);
  expect(new Set(townships).size).toBe(townships.length);
});
