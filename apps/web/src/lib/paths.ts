/** Every address inside the application. */
export const paths = {
  home: "/",
  login: "/login",
  workbench: "/workbench",
  workbenchSheet: "/workbench/sheet",
  enrollees: "/enrollees",
  enrollee: (id: string) => `/enrollees/${id}`,
  enrolleeIntake: (id: string) => `/enrollees/${id}/intake`,
  enrolleeContacts: (id: string) => `/enrollees/${id}/contacts`,
  enrolleeLeaves: (id: string) => `/enrollees/${id}/leaves`,
  enrolleeTimeline: (id: string) => `/enrollees/${id}/timeline`,
  enrolleeTransfer: (id: string) => `/enrollees/${id}/transfer`,
  enrolleeAccessLog: (id: string) => `/enrollees/${id}/access-log`,
  enrolleeNoShow: (id: string) => `/enrollees/${id}/no-show`,
  leaves: "/leaves",
  enrolleeTests: (id: string) => `/enrollees/${id}/tests`,
  enrolleeTestSheet: (id: string) => `/enrollees/${id}/test-sheet`,
  testDelegationLetter: (id: string, factId: string) => `/enrollees/${id}/test-delegations/${factId}`,
  tests: "/tests",
  testsWaiting: "/tests/waiting",
  testDraws: "/tests/draws",
  noShows: "/no-shows",
  enrolleeStates: (id: string) => `/enrollees/${id}/states`,
  termEnds: "/term-ends",
  enrolleeBreaches: (id: string) => `/enrollees/${id}/breaches`,
  breaches: "/breaches",
  approvals: "/approvals",
  newHandoff: "/handoffs/new",
  transfers: "/transfers",
  transferLetter: (id: string) => `/transfers/${id}/letter`,
  handoffs: "/handoffs",
  handoff: (caseId: string) => `/handoffs/${caseId}`,
  indicators: "/indicators",
  indicatorPeople: "/indicators/people",
  stations: "/stations",
  staff: "/staff",
  countyRecords: "/county-records",
  countyRecordsOf: (year: number) => `/county-records/${year}`,
  countyRecordsFacts: (year: number | string) => `/county-records/${year}/facts`,
  countyRecordsWindows: (year: number | string) => `/county-records/${year}/windows`,
  countyRecordsExpenses: (year: number | string) => `/county-records/${year}/expenses`,
  reconciliations: "/reconciliations",
  newReconciliation: "/reconciliations/new",
  reconciliation: (id: string) => `/reconciliations/${id}`,
  reconciliationSheet: (id: string) => `/reconciliations/${id}/sheet`,
  imports: "/imports",
  importBatch: (id: string) => `/imports/${id}`,
  importRows: (id: string) => `/imports/${id}/rows`,
  importDecisions: (id: string) => `/imports/${id}/decisions`,
  law: "/law",
  lawItem: (subject: string, code: string) => `/law/${subject}/${code}`,
  accounts: "/accounts",
  audit: "/audit",
};

/** `path?name=value&…` without the names that have no value. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}
