/** Every address inside the application. */
export const paths = {
  home: "/",
  login: "/login",
  enrollees: "/enrollees",
  enrollee: (id: string) => `/enrollees/${id}`,
  enrolleeIntake: (id: string) => `/enrollees/${id}/intake`,
  enrolleeTimeline: (id: string) => `/enrollees/${id}/timeline`,
  enrolleeAccessLog: (id: string) => `/enrollees/${id}/access-log`,
  handoffs: "/handoffs",
  handoff: (caseId: string) => `/handoffs/${caseId}`,
  indicators: "/indicators",
  indicatorPeople: "/indicators/people",
  stations: "/stations",
  staff: "/staff",
  countyRecords: "/county-records",
  countyRecordsOf: (year: number) => `/county-records/${year}`,
  imports: "/imports",
  importBatch: (id: string) => `/imports/${id}`,
  importRows: (id: string) => `/imports/${id}/rows`,
  importDecisions: (id: string) => `/imports/${id}/decisions`,
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
