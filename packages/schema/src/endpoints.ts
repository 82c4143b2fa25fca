import { accountsEndpoints } from "./accounts.ts";
import { approvalsEndpoints } from "./approvals.ts";
import { auditEndpoints } from "./audit.ts";
import { breachesEndpoints } from "./breaches.ts";
import { caseStatesEndpoints } from "./case-states.ts";
import { countyRecordsEndpoints } from "./county-records.ts";
import type { Endpoint } from "./endpoint.ts";
import { enrolleesEndpoints } from "./enrollees.ts";
import { handoffsEndpoints } from "./handoffs.ts";
import { importsEndpoints } from "./imports.ts";
import { indicatorsEndpoints } from "./indicators.ts";
import { leavesEndpoints } from "./leaves.ts";
import { lawEndpoints } from "./law.ts";
import { noShowsEndpoints } from "./no-shows.ts";
import { newHandoffEndpoints } from "./new-handoff.ts";
import { reconciliationsEndpoints } from "./reconciliations.ts";
import { intakeEndpoints } from "./intake.ts";
import { sessionEndpoints } from "./session.ts";
import { staffEndpoints } from "./staff.ts";
import { stationsEndpoints } from "./stations.ts";
import { testDrawsEndpoints } from "./test-draws.ts";
import { testsEndpoints } from "./tests.ts";
import { transfersEndpoints } from "./transfers.ts";
import { visitsEndpoints } from "./visits.ts";
import { workbenchEndpoints } from "./workbench.ts";

/** Every endpoint of the API: what the server must implement and the tests must walk. */
export const endpoints: readonly Endpoint[] = [
  sessionEndpoints,
  accountsEndpoints,
  stationsEndpoints,
  staffEndpoints,
  enrolleesEndpoints,
  noShowsEndpoints,
  breachesEndpoints,
  caseStatesEndpoints,
  approvalsEndpoints,
  handoffsEndpoints,
  intakeEndpoints,
  indicatorsEndpoints,
  countyRecordsEndpoints,
  lawEndpoints,
  importsEndpoints,
  newHandoffEndpoints,
  transfersEndpoints,
  testsEndpoints,
  testDrawsEndpoints,
  reconciliationsEndpoints,
  workbenchEndpoints,
  visitsEndpoints,
  leavesEndpoints,
  auditEndpoints,
].flatMap((feature) => Object.values<Endpoint>(feature));
