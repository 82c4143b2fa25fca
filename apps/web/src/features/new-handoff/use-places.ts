import { stationsEndpoints } from "@rehab/schema/stations";
import { useQuery } from "@tanstack/react-query";
import { q } from "../../api/query.ts";

/** The county's stations with their townships, as choices. */
export function usePlaces() {
  const { data } = useQuery({ ...q(stationsEndpoints.list, {}), staleTime: 300_000 });
  const stations = data?.stations ?? [];
  return {
    stations: stations.map(({ id, name }) => ({ value: id, label: name })),
    townships: stations
      .filter(({ townships }) => townships.length > 0)
      .map(({ name, townships }) => ({
        label: name,
        options: townships.map((township) => ({ value: township.id, label: township.name })),
      })),
    stationOf: (townshipId: string) =>
      stations.find(({ townships }) => townships.some(({ id }) => id === townshipId))?.id,
  };
}
