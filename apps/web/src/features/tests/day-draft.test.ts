import type { CallRow } from "@rehab/schema/test-views";
import { expect, it } from "vitest";
import { countsOf, entriesOf, listedRows, withRow } from "./day-draft.ts";
import type { DayDraft } from "./day-draft.ts";

const row = (enrolleeId: string, excuse: CallRow["excuse"] = null) => ({ enrolleeId, excuse }) as CallRow;
const empty: DayDraft = { sessionId: "s", rows: {} };
const rows = [row("a"), row("b"), row("c", "covered"), row("d")];

it("records everybody due as negative unless something else is said", () => {
  const draft = withRow(withRow(empty, "b", { result: "refused", reason: " 称身体不适 " }), "d", {
    result: "skip",
  });
  const listed = listedRows(rows, draft);
  expect(listed.map(({ enrolleeId }) => enrolleeId)).toEqual(["a", "b", "d"]);
  expect(countsOf(listed, draft)).toEqual({
    negative: 1,
    positive: 0,
    invalid: 0,
    refused: 1,
    absent: 0,
    skip: 1,
  });
  const entries = entriesOf(listed, draft, (id) => `t-${id}`);
  expect(entries.map(({ testId, result, reason }) => [testId, result, reason])).toEqual([
    ["t-a", "negative", null],
    ["t-b", "refused", " 称身体不适 "],
  ]);
});

it("takes in whoever comes without being due", () => {
  const draft = withRow(empty, "c", { added: true });
  expect(listedRows(rows, draft)).toHaveLength(4);
});
