import accounts from "./zh-CN/accounts.json";
import approvals from "./zh-CN/approvals.json";
import audit from "./zh-CN/audit.json";
import caseStates from "./zh-CN/case-states.json";
import breaches from "./zh-CN/breaches.json";
import common from "./zh-CN/common.json";
import countyRecords from "./zh-CN/county-records.json";
import enrollees from "./zh-CN/enrollees.json";
import frame from "./zh-CN/frame.json";
import handoffs from "./zh-CN/handoffs.json";
import home from "./zh-CN/home.json";
import imports from "./zh-CN/imports.json";
import indicators from "./zh-CN/indicators.json";
import leaves from "./zh-CN/leaves.json";
import law from "./zh-CN/law.json";
import login from "./zh-CN/login.json";
import noShows from "./zh-CN/no-shows.json";
import newHandoff from "./zh-CN/new-handoff.json";
import problems from "./zh-CN/problems.json";
import reconciliations from "./zh-CN/reconciliations.json";
import staff from "./zh-CN/staff.json";
import stations from "./zh-CN/stations.json";
import term from "./zh-CN/term.json";
import tests from "./zh-CN/tests.json";
import transfers from "./zh-CN/transfers.json";
import visits from "./zh-CN/visits.json";
import workbench from "./zh-CN/workbench.json";

/** The Chinese messages by subject: the first language, and the shape that every other language has. */
export const chinese = {
  accounts,
  approvals,
  audit,
  breaches,
  caseStates,
  common,
  countyRecords,
  enrollees,
  frame,
  handoffs,
  home,
  imports,
  indicators,
  leaves,
  law,
  login,
  noShows,
  newHandoff,
  problems,
  reconciliations,
  staff,
  stations,
  term,
  tests,
  transfers,
  visits,
  workbench,
};

export type Messages = typeof chinese;

/** Loads the English messages, which few people need. */
export async function loadEnglish(): Promise<Record<string, unknown>> {
  const files = import.meta.glob<{ default: unknown }>("./en/*.json");
  const subjects = await Promise.all(
    Object.entries(files).map(async ([path, load]) => {
      const file = path.replace("./en/", "").replace(".json", "");
      const subject = file.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
      return [subject, (await load()).default] as const;
    }),
  );
  return Object.fromEntries(subjects);
}
