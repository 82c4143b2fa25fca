import { describe, expect, it } from "vitest";
import { plainDate } from "../time/plain-date.ts";
import type { KnownPerson, SoughtPerson } from "./person-match.ts";
import { compareMatches, personMatches } from "./person-match.ts";

const nobody: SoughtPerson = {
  name: undefined,
  nameSound: undefined,
  idKey: undefined,
  birthDate: undefined,
  townshipId: undefined,
};

const known: KnownPerson = {
  name: "曾小明",
  nameSound: "zengxiaoming",
  formerNames: [{ name: "曾大毛", sound: "zengdamao" }],
  idKey: "key 1",
  birthDate: plainDate("1990-01-01"),
  townshipId: "north",
};

const seek = (parts: Partial<SoughtPerson>) => personMatches({ ...nobody, ...parts }, known);

describe("why somebody may be the person who is looked for", () => {
  it.each([
    ["the same number", { idKey: "key 1" }, ["same_id"]],
    ["another number", { idKey: "key 2" }, []],
    ["the same name", { name: "曾小明", nameSound: "zengxiaoming" }, ["same_name"]],
    ["a name that sounds the same", { name: "曾晓明", nameSound: "zengxiaoming" }, ["homophone"]],
    ["a former name", { name: "曾大毛", nameSound: "zengdamao" }, ["former_name"]],
    ["a name that sounds like a former one", { name: "曾大茂", nameSound: "zengdamao" }, ["former_name"]],
    ["another name", { name: "黎安", nameSound: "lian" }, []],
    [
      "birth date and township",
      { name: "黎安", birthDate: plainDate("1990-01-01"), townshipId: "north" },
      ["birth_place"],
    ],
    ["a birth date beside another name", { name: "黎安", birthDate: plainDate("1990-01-01") }, []],
    ["a birth date alone", { birthDate: plainDate("1990-01-01") }, ["birth_date"]],
    ["the day after", { birthDate: plainDate("1990-01-02") }, []],
    [
      "everything",
      {
        name: "曾小明",
        nameSound: "zengxiaoming",
        idKey: "key 1",
        birthDate: plainDate("1990-01-01"),
        townshipId: "north",
      },
      ["same_id", "same_name", "birth_place"],
    ],
  ] as const)("%s", (_, parts, reasons) => {
    expect(seek(parts)).toEqual(reasons);
  });

  it("puts the same number before the same name, and two reasons before one", () => {
    const sorted = [["birth_date"], ["same_name"], [], ["same_id"], ["same_name", "birth_place"]] as const;
    expect(sorted.toSorted(compareMatches)).toEqual([
      ["same_id"],
      ["same_name", "birth_place"],
      ["same_name"],
      ["birth_date"],
      [],
    ]);
  });
});
