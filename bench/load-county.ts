import { setImmediate as nextTurn } from "node:timers/promises";
import { newId } from "@rehab/api/core/ids";
import type { Services } from "@rehab/api/core/use-case";
import { tables } from "@rehab/api/db/client";
import { insertRows } from "@rehab/api/db/insert-rows";
import { ensureCounty } from "@rehab/api/modules/county/ensure-county";
import type { BigCounty } from "@rehab/testkit/big-county";
import { Client } from "pg";
import { copyRows } from "./copy-rows.ts";
import { addPerson, noRows, staffKey } from "./person-rows.ts";
import type { PersonRows, PlaceIds } from "./person-rows.ts";
import { withoutIndexes } from "./without-indexes.ts";

const peoplePerBatch = 2000;
const peopleBetweenTurns = 20;

/**
 * Fills an empty, migrated database with an invented county. `serverUrl` is the superuser's connection to the
 * database: the rows are whole by their making, so the checks of foreign keys are left out.
 */
export async function loadCounty(services: Services, county: BigCounty, serverUrl: string): Promise<void> {
  await ensureCounty(services.db, services.county, services.clock.now());
  const places = await insertPlaces(services, county);
  const clients = [await connect(serverUrl), await connect(serverUrl)] as const;
  try {
    await withoutIndexes(clients[0], () => writePeople(clients, batches(county, places, services)));
    await clients[0].query("vacuum analyze");
  } finally {
    for (const client of clients) await client.end();
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("set session_replication_role = replica; set synchronous_commit = off");
  return client;
}

async function* batches(county: BigCounty, places: PlaceIds, services: Services): AsyncGenerator<PersonRows> {
  let rows = noRows();
  for (const person of county.people()) {
    addPerson(rows, person, places, services);
    const people = rows.enrollee.length;
    // the batch before is still on its way to the database
    if (people % peopleBetweenTurns === 0) await nextTurn();
    if (people < peoplePerBatch) continue;
    yield rows;
    rows = noRows();
  }
  yield rows;
}

/** While the database writes one batch, the next one is made. */
async function writePeople(
  clients: readonly [Client, Client],
  people: AsyncIterable<PersonRows>,
): Promise<void> {
  let writing: Promise<unknown> = Promise.resolve();
  for await (const { enrollee, enrolleeSearchKey, registerEntry, duty, ...facts } of people) {
    await writing;
    writing = Promise.all([
      writeTables(clients[0], { enrollee, enrolleeSearchKey, registerEntry, duty }),
      writeTables(clients[1], facts),
    ]);
  }
  await writing;
}

async function writeTables(client: Client, rows: Partial<PersonRows>): Promise<void> {
  for (const [table, ofTable] of Object.entries(rows)) await copyRows(client, table, ofTable);
}

async function insertPlaces({ db, county }: Services, { stations }: BigCounty): Promise<PlaceIds> {
  const ofCounty = { countyCode: county.code };
  const stationRows = stations.map(({ name }, index) => ({
    id: newId(),
    ...ofCounty,
    name,
    position: index + 1,
  }));
  const stationIds = new Map(stationRows.map(({ id, name }) => [name, id]));
  const stationIdOf = (name: string) => stationIds.get(name) ?? "";
  const townshipRows = stations.flatMap(({ name: stationName, townships }) =>
    townships.map((name) => ({ id: newId(), ...ofCounty, name, stationId: stationIdOf(stationName) })),
  );
  const staffRows = stations.flatMap(({ name: stationName, staff }) =>
    staff.map(({ name, post }, index) => ({
      id: newId(),
      ...ofCounty,
      name,
      post,
      stationId: stationIdOf(stationName),
      stationName,
      position: index + 1,
    })),
  );
  const scope = { countyCode: county.code, people: { kind: "county" as const } };
  await db.write(scope, async (tx) => {
    await insertRows(tx, tables.station, stationRows);
    await insertRows(tx, tables.township, townshipRows);
    await insertRows(tx, tables.staffMember, staffRows);
  });
  return {
    stations: stationIds,
    townships: new Map(townshipRows.map(({ id, name }) => [name, id])),
    staff: new Map(staffRows.map(({ id, name, stationName }) => [staffKey(stationName, name), id])),
  };
}
