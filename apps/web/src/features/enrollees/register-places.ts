import { staffEndpoints } from "@rehab/schema/staff";
import { stationsEndpoints } from "@rehab/schema/stations";
import { useQuery } from "@tanstack/react-query";
import { q } from "../../api/query.ts";
import { useSession } from "../../api/session.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The stations, townships and caseworkers to filter by: those of `stationId`, or all that may be seen. */
export function useRegisterPlaces(stationId: string | undefined) {
  const { session } = useSession();
  const ownStation = session.account.roles.includes("supervisor") ? undefined : session.account.stationId;
  const narrowedTo = stationId ?? ownStation ?? undefined;
  const { data: stationAnswer } = useQuery({ ...q(stationsEndpoints.list, {}), staleTime: 300_000 });
  const { data: staffAnswer } = useQuery({ ...q(staffEndpoints.list, {}), staleTime: 300_000 });

  const stations = (stationAnswer?.stations ?? []).filter(({ id }) => !ownStation || id === ownStation);
  const here = stations.filter(({ id }) => narrowedTo === undefined || id === narrowedTo);
  const staff = (staffAnswer?.staff ?? []).filter(
    (member) => member.stationId !== null && (narrowedTo === undefined || member.stationId === narrowedTo),
  );
  const choice = ({ id, name }: { id: string; name: string }): Choice => ({ value: id, label: name });
  return {
    stations: stations.map(choice),
    townships: here.flatMap(({ townships }) => townships.map(choice)),
    caseworkers: staff.map(choice),
  };
}
