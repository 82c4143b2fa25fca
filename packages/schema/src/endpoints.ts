import { accountsEndpoints } from "./accounts.ts";
import { auditEndpoints } from "./audit.ts";
import { countyRecordsEndpoints } from "./county-records.ts";
import type { Endpoint } from "./endpoint.ts";
import { enrolleesEndpoints } from "./enrollees.ts";
import { importsEndpoints } from "./imports.ts";
import { indicatorsEndpoints } from "./indicators.ts";
import { handoffsEndpoints as newHandoffEndpoints } from "./new-handoff.ts";
import { sessionEndpoints } from "./session.ts";
import { staffEndpoints } from "./staff.ts";
import { stationsEndpoints } from "./stations.ts";
import { transfersEndpoints } from "./transfers.ts";

/** Every endpoint of the API: what the server must implement and the tests must walk. */
export const endpoints: readonly Endpoint[] = [
  sessionEndpoints,
  accountsEndpoints,
  stationsEndpoints,
  staffEndpoints,
  enrolleesEndpoints,
  indicatorsEndpoints,
  countyRecordsEndpoints,
  importsEndpoints,
  newHandoffEndpoints,
  transfersEndpoints,
  auditEndpoints,
].flatMap((feature) => Object.values<Endpoint>(feature));
