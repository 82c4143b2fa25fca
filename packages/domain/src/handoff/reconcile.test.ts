import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reconcile } from "./reconcile.ts";
import type { ListedPerson, OurCase, PersonSide } from "./reconcile.ts";

const nothing: PersonSide = {
  name: null,
  idNumber: null,
  sex: null,
  birthDate: null,
  measure: null,
  orderNumber: null,
  orderedOn: null,
  receivedOn: null,
  township: null,
  residence: null,
  phone: null,
  policeStation: null,
};

const zeng: Partial<PersonSide> = {
  name: "曾小明",
  idNumber: "430624190001010010",
  birthDate: "1900-01-01",
  township: "甲镇",
  orderNumber: "测公戒决字〔2021〕1号",
  receivedOn: "2021-03-01",
};

const row = (side: Partial<PersonSide>, more: Partial<ListedPerson> = {}): ListedPerson => ({
  rowId: `row ${side.orderNumber ?? side.name ?? ""}`,
  side: { ...nothing, ...side },
  hasEnded: false,
  ...more,
});

const own = (side: Partial<PersonSide>, more: Partial<OurCase> = {}): OurCase => ({
  caseId: `case ${side.orderNumber ?? side.name ?? ""}`,
  enrolleeId: `person ${side.name ?? ""}`,
  side: { ...nothing, ...side },
  formerNames: [],
  isLive: true,
  isExpected: true,
  ...more,
});

const compare = (listed: ListedPerson, ...ours: OurCase[]) => reconcile([listed], ours)[0];

describe("a row and our books", () => {
  it("agree by order number, whatever the brackets, and say what differs", () => {
    const same = compare(row({ ...zeng, orderNumber: "测公戒决字[2021]1号" }), own(zeng));
    expect(same).toMatchObject({ finding: "same", matchedBy: "order_number", differences: [] });
    const differs = compare(row({ ...zeng, phone: "13900000001", receivedOn: "2021-03-02" }), own(zeng));
    expect(differs).toMatchObject({ finding: "differs", differences: ["receivedOn", "phone"] });
    expect(compare(row(zeng), own({ ...zeng, phone: "13900000001" }))?.finding).toBe("same");
  });

  it("show a changed number and an earlier name side by side", () => {
    const changed = compare(row({ ...zeng, idNumber: "430624190001010029" }), own(zeng));
    expect(changed).toMatchObject({ finding: "differs", differences: ["idNumber"] });
    const renamed = compare(row({ ...zeng, name: "曾明" }), own(zeng, { formerNames: ["曾明"] }));
    expect(renamed).toMatchObject({ finding: "differs", differences: ["name"] });
  });

  it("leave it to a person when the order belongs to somebody else", () => {
    const line = compare(row({ ...zeng, name: "黎安", idNumber: "110105194912310021" }), own(zeng));
    expect(line).toMatchObject({ finding: "doubtful", matchedBy: "order_number" });
  });

  it("agree by ID number when no order speaks against it", () => {
    const line = compare(row({ ...zeng, orderNumber: null }), own(zeng));
    expect(line).toMatchObject({ finding: "same", matchedBy: "id_number" });
    const mistyped = compare(row({ ...zeng, orderNumber: "测公戒决字〔2021〕7号" }), own(zeng));
    expect(mistyped).toMatchObject({ finding: "differs", differences: ["orderNumber"] });
    const misnamed = compare(row({ ...zeng, orderNumber: null, name: "黎安" }), own(zeng));
    expect(misnamed).toMatchObject({ finding: "doubtful", matchedBy: "id_number" });
  });

  it("are a new case for somebody whose earlier one has ended, and a question while it goes on", () => {
    const again = row({ ...zeng, orderNumber: "测公戒决字〔2021〕9号", receivedOn: "2021-09-01" });
    expect(compare(again, own(zeng, { isLive: false, isExpected: false }))).toMatchObject({
      finding: "new_there",
      ours: null,
      candidateIds: ["person 曾小明"],
    });
    const [line, missing] = reconcile([again], [own(zeng)]);
    expect(line).toMatchObject({ finding: "doubtful", ours: null, candidateIds: ["person 曾小明"] });
    expect(missing).toMatchObject({ finding: "missing_there" });
  });

  it("are put side by side by name, birth date and township", () => {
    const unnumbered = row({ ...zeng, idNumber: null, orderNumber: null });
    expect(compare(unnumbered, own(zeng))).toMatchObject({
      finding: "doubtful",
      matchedBy: "name_birth_township",
    });
    // The day before, the next township, another number: only of the same name.
    for (const other of [{ birthDate: "1899-12-31" }, { township: "乙镇" }]) {
      expect(compare(unnumbered, own({ ...zeng, ...other }))).toMatchObject({
        finding: "doubtful",
        matchedBy: null,
        ours: null,
        candidateIds: ["person 曾小明"],
      });
    }
    const numbered = row({ ...zeng, idNumber: "430624190001010029", orderNumber: null });
    expect(compare(numbered, own(zeng))).toMatchObject({ finding: "doubtful", matchedBy: null });
  });

  it("know who is new and who is missing", () => {
    const [there, here] = reconcile([row({ name: "黎安" })], [own(zeng)]);
    expect(there).toMatchObject({ finding: "new_there", candidateIds: [] });
    expect(here).toMatchObject({ finding: "missing_there", listed: null });
    expect(reconcile([], [own(zeng, { isExpected: false })])).toEqual([]);
  });

  it("know who has ended on which side", () => {
    const ended = row(zeng, { hasEnded: true });
    const gone = own(zeng, { isLive: false });
    expect(compare(ended, own(zeng))?.finding).toBe("ended_there");
    expect(compare(row(zeng), gone)?.finding).toBe("ended_here");
    expect(compare(ended, gone)?.finding).toBe("same");
    expect(compare(row({ name: "黎安" }, { hasEnded: true }))?.finding).toBe("ended_there");
  });

  it("take an order that stands twice on the list for one case", () => {
    const twice = reconcile([row(zeng), row(zeng, { rowId: "again" })], [own(zeng)]);
    expect(twice.map(({ finding }) => finding)).toEqual(["same", "doubtful"]);
    expect(twice[1]).toMatchObject({ ours: null, candidateIds: ["person 曾小明"] });
  });
});

describe("every row and every expected case", () => {
  const oneOf = (...values: string[]) => fc.constantFrom(null, ...values);
  const side = fc.record({
    name: oneOf("曾小明", "黎安"),
    idNumber: oneOf("430624190001010010", "110105194912310021"),
    birthDate: oneOf("1900-01-01"),
    township: oneOf("甲镇", "乙镇"),
    orderNumber: oneOf("1号", "2号", "3号"),
    receivedOn: oneOf("2021-03-01", "2021-03-02"),
  });
  const rows = fc
    .array(fc.tuple(side, fc.boolean()))
    .map((all) => all.map(([told, hasEnded], index) => row(told, { rowId: `row ${index}`, hasEnded })));
  const cases = fc.array(fc.tuple(side, fc.boolean(), fc.boolean(), fc.nat(3))).map((all) =>
    all.map(([told, isLive, isExpected, person], index) =>
      own(told, {
        caseId: `case ${index}`,
        enrolleeId: `person ${person}`,
        isLive,
        isExpected,
        formerNames: isLive ? ["黎安"] : [],
      }),
    ),
  );

  it("stand in exactly one line", () => {
    fc.assert(
      fc.property(rows, cases, (listed, ours) => {
        const lines = reconcile(listed, ours);
        expect(lines.flatMap((line) => line.listed ?? [])).toEqual(listed);
        const shown = lines.flatMap((line) => line.ours?.caseId ?? []);
        expect(new Set(shown).size).toBe(shown.length);
        const expected = ours.filter(({ isExpected }) => isExpected).map(({ caseId }) => caseId);
        expect(expected.filter((caseId) => !shown.includes(caseId))).toEqual([]);
        const same = lines.filter(({ finding }) => finding === "same");
        expect(same.flatMap(({ differences }) => differences)).toEqual([]);
        for (const line of lines) {
          expect(line.listed !== null || line.ours !== null).toBe(true);
          expect(line.matchedBy !== null).toBe(line.listed !== null && line.ours !== null);
        }
      }),
    );
  });
});
