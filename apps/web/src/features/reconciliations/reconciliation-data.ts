import { countyRecordsEndpoints } from "@rehab/schema/county-records";
import type { Endpoint } from "@rehab/schema/endpoint";
import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import { indicatorsEndpoints } from "@rehab/schema/indicators";
import type { Reconciliation } from "@rehab/schema/reconciliations";
import { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import type { useQueryClient } from "@tanstack/react-query";
import { q } from "../../api/query.ts";

/** What a comparison changes when it is finished or dropped. */
export const changedByFinishing: readonly Endpoint[] = [
  reconciliationsEndpoints.year,
  countyRecordsEndpoints.year,
  enrolleesEndpoints.list,
  enrolleesEndpoints.get,
  indicatorsEndpoints.controlRate,
];

/** Every answer of a write is the comparison as it stands now: it is shown without being asked for again. */
export function keepAnswer(client: ReturnType<typeof useQueryClient>, answer: Reconciliation): void {
  client.setQueryData(q(reconciliationsEndpoints.get, { params: { id: answer.id } }).queryKey, answer);
}

/** What finishing asks for, as the comparison has it. */
export function namesOf({ version, ourPerson, policePerson, note }: Reconciliation) {
  return { version, ourPerson, policePerson, ...(note !== null && { note }) };
}
