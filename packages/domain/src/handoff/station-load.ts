/** The staffing that the field aims at: one caseworker for thirty people. */
export const FULL_LOAD = 30;

/** How many people more than the field aims at a station carries; zero where it has room. */
export function overload(people: number, caseworkers: number): number {
  return Math.max(0, people - caseworkers * FULL_LOAD);
}

/** Who takes on the next person: whoever carries fewest, the first of them in the list of staff. */
export function leastLoaded<Member extends { readonly caseload: number; readonly position: number }>(
  members: readonly Member[],
): Member | undefined {
  return [...members].sort((a, b) => a.caseload - b.caseload || a.position - b.position).at(0);
}
