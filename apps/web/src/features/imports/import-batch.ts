import { countyRecordsEndpoints } from "@rehab/schema/county-records";
import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import { importsEndpoints } from "@rehab/schema/imports";
import { indicatorsEndpoints } from "@rehab/schema/indicators";
import { staffEndpoints } from "@rehab/schema/staff";
import { stationsEndpoints } from "@rehab/schema/stations";
import { useQuery } from "@tanstack/react-query";
import { q } from "../../api/query.ts";
import { isBusy } from "./import-labels.ts";

const BUSY_INTERVAL = 800;

/** A batch that is asked for again while the server works on it. */
export function useImportBatch(id: string) {
  return useQuery({
    ...q(importsEndpoints.get, { params: { id } }),
    refetchInterval: ({ state }) => (state.data !== undefined && isBusy(state.data) ? BUSY_INTERVAL : false),
    staleTime: 0,
  });
}

/** What a batch changes once it is carried out, decided or undone. */
export const changedByImports = [
  importsEndpoints.get,
  importsEndpoints.list,
  importsEndpoints.rows,
  enrolleesEndpoints.search,
  enrolleesEndpoints.get,
  enrolleesEndpoints.timeline,
  indicatorsEndpoints.controlRate,
  indicatorsEndpoints.controlRatePeople,
  indicatorsEndpoints.controlRateTrend,
  stationsEndpoints.list,
  staffEndpoints.list,
  countyRecordsEndpoints.year,
];
