import type { QueryOf } from "@rehab/schema/endpoint";
import type { indicatorsEndpoints } from "@rehab/schema/indicators";
import { paths, withQuery } from "../../lib/paths.ts";

type PeopleQuery = QueryOf<typeof indicatorsEndpoints.controlRatePeople>;

/** Which of the numbers to open. */
export type NumberAsked = Partial<
  Pick<PeopleQuery, "asOf" | "evidenceDays" | "group" | "reason" | "stationId" | "measure">
>;

/** The address of the list behind one number. */
export function peopleAddress(asked: NumberAsked): string {
  return withQuery(paths.indicatorPeople, { ...asked });
}
