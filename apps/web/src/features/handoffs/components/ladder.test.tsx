import { plainDate } from "@rehab/domain/time/plain-date";
import type { HandoffFile, LadderRung } from "@rehab/schema/handoffs";
import { expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Ladder } from "./ladder.tsx";

const rung = (parts: Partial<LadderRung>): LadderRung => ({
  code: "reported",
  owner: "enrollee",
  state: "overdue",
  citation: "《戒毒条例》第十四条",
  says: "本人收到决定书后15日内到执行地报到。",
  doneOn: null,
  dueOn: plainDate("2021-10-08"),
  daysLeft: -3,
  steps: [{ kind: "trigger", on: plainDate("2021-09-16"), note: "本人收到决定书，当日不计入" }],
  unknownYears: [],
  ...parts,
});

const file = {
  caseworkerName: "李林斌",
  townshipName: "静河镇",
  order: { orderOrgan: "禁毒大队" },
  ladder: [
    rung({
      code: "served",
      owner: "police",
      state: "done_late",
      doneOn: plainDate("2021-09-16"),
      daysLeft: null,
      steps: [],
    }),
    rung({}),
    rung({ code: "agreement", owner: "township", state: "waiting", dueOn: null, daysLeft: null, steps: [] }),
  ],
} as unknown as HandoffFile;

it("tells of each step whose it is, and when it was done or how far it is over", async () => {
  const screen = await render(<Ladder file={file} below={({ code }) => code === "reported" && "表单"} />);
  const steps = screen.getByRole("listitem").elements();
  const texts = steps.map((step) => step.textContent?.replaceAll(/\s+/gu, " "));
  expect(texts[0]).toContain("送达逾期完成办结 2021-09-16 周四");
  expect(texts[0]).toContain("责任 禁毒大队");
  expect(texts[1]).toContain("应于 2021-10-08 周五");
  expect(texts[1]).toContain("已过 3 天");
  expect(texts[1]).toContain("表单");
  expect(texts[2]).toContain("未到");
  expect(texts[2]).toContain("责任 静河镇");
  expect(texts[2]).not.toContain("表单");
});

it("shows the way to a date when the keyboard reaches its article", async () => {
  const screen = await render(<Ladder file={file} />);
  await userEvent.tab();
  await userEvent.tab();
  await expect.element(screen.getByText(/2021-09-16 周四：本人收到决定书，当日不计入/u)).toBeVisible();
});
