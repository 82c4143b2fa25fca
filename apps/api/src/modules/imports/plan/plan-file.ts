import type { SourceFile } from "../source-row.ts";
import { findCheckOfList } from "./check-of-list.ts";
import { factKey } from "./known-facts.ts";
import type { PlanContext } from "./plan-context.ts";
import type { PlannedFile } from "./planned-row.ts";
import type { Write } from "./writes.ts";

/** What a paper records as a whole: a list is a weekly check, also an empty one; a title can name a budget. */
export function planFile(file: SourceFile, ctx: PlanContext): PlannedFile {
  if (file.kind === "handoff_list") return planWeeklyCheck(file, ctx);
  if (file.kind === "funds") return planBudget(file, ctx);
  const { asOf, station } = file.facts;
  return {
    file,
    writes: [],
    notes: [...(asOf === undefined ? [] : [`截至 ${asOf}`]), ...(station === undefined ? [] : [station])],
  };
}

function planWeeklyCheck(file: SourceFile, { world: { facts } }: PlanContext): PlannedFile {
  const found = findCheckOfList(file.facts);
  if (found === undefined) {
    return { file, writes: [], notes: ["标题中没有核对日期和周次，不计入每周核对"] };
  }
  const { isDayKnown, year, week, on: checkedOn } = found;
  const people = file.listed;
  const day = isDayKnown ? `核对日期 ${checkedOn}` : `表上没有核对日期，按该周星期五 ${checkedOn} 计`;
  const notes = [`${year} 年第 ${week} 周，${day}，${people === 0 ? "无新增" : `名单 ${people} 人`}`];
  const key = factKey("weekly_check", checkedOn);
  if (facts.find(key) !== undefined) return { file, writes: [], notes: [...notes, "本次核对已记录"] };
  facts.add(key, { fileId: file.id, detail: "" });
  return { file, writes: [{ op: "add_weekly_check", check: { year, week, checkedOn, people } }], notes };
}

function planBudget(file: SourceFile, { world: { facts } }: PlanContext): PlannedFile {
  const { budget } = file.facts;
  const year = file.facts.year ?? file.ledgerYear;
  if (budget === undefined || year === null) return { file, writes: [], notes: [] };
  const amountFen = Math.round(budget * 100);
  const notes = [`${year} 年预算 ${budget} 元`];
  const key = factKey("budget", year);
  const known = facts.find(key);
  if (known !== undefined) {
    const isSame = known.detail === String(amountFen);
    return { file, writes: [], notes: isSame ? notes : [...notes, "与已登记的预算不同，未改动"] };
  }
  facts.add(key, { fileId: file.id, detail: String(amountFen) });
  const writes: Write[] = [{ op: "add_budget", budget: { year, amountFen } }];
  return { file, writes, notes };
}
