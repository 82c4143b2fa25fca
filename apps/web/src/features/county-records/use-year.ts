import { useSession } from "../../api/session.ts";

const FIRST_YEAR = 2000;

/** The year that an address names; this year where it names none that the county can have. */
export function useYear(asked: string | undefined): number {
  const thisYear = Number(useSession().session.today.slice(0, 4));
  const year = Number(asked);
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= thisYear ? year : thisYear;
}
