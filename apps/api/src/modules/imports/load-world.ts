import type { ReadTx } from "../../db/client.ts";
import type { ValueCipher } from "../../core/cipher.ts";
import type { CountySettings } from "../../core/county-settings.ts";
import { idKey } from "../enrollees/search-keys.ts";
import { loadCountyFacts } from "./load-county-facts.ts";
import { loadPeople } from "./load-people.ts";
import { loadPersonFacts } from "./load-person-facts.ts";
import { loadWaitingPeople } from "./load-rows.ts";
import { loadStructure } from "./load-structure.ts";
import { KnownFacts } from "./plan/known-facts.ts";
import { KnownPeople } from "./plan/known-people.ts";
import type { World } from "./plan/plan-context.ts";
import type { EarlierRow } from "./plan/planned-row.ts";
import { WaitingPeople } from "./plan/waiting-people.ts";
import type { SourceRow } from "./source-row.ts";
import { cellsOf } from "./source-row.ts";

/** Whom and what a set of rows names. */
export interface Named {
  readonly idNumbers: readonly string[];
  readonly names: readonly string[];
  readonly orderNumbers: readonly string[];
}

/** What the database knows of the people whom the rows name, in a handful of statements however many they are. */
export async function loadWorld(
  tx: ReadTx,
  rows: readonly SourceRow[],
  surroundings: {
    readonly cipher: ValueCipher;
    readonly county: CountySettings;
    readonly earlier: ReadonlyMap<string, EarlierRow>;
  },
): Promise<World> {
  const { cipher, county, earlier } = surroundings;
  const people = await loadPeople(tx, namedIn(rows), cipher);
  const facts = new KnownFacts();
  await loadPersonFacts(
    tx,
    people.map(({ id }) => id),
    facts,
  );
  await loadCountyFacts(tx, facts);
  const waiting = new WaitingPeople();
  for (const person of await loadWaitingPeople(tx, cipher)) waiting.add(person);
  return {
    structure: await loadStructure(tx, county.name),
    people: new KnownPeople(people, (idNumber) => idKey(idNumber, cipher)),
    facts,
    waiting,
    earlier,
  };
}

function namedIn(rows: readonly SourceRow[]): Named {
  const idNumbers = new Set<string>();
  const names = new Set<string>();
  const orderNumbers = new Set<string>();
  for (const { row, kind, decision } of rows) {
    if (kind === "stations_staff") continue;
    const { idNumber, name, orderNumber } = cellsOf(row);
    const { set } = decision ?? {};
    for (const value of [idNumber?.value, set?.idNumber]) if (typeof value === "string") idNumbers.add(value);
    for (const value of [name?.value, set?.name]) if (typeof value === "string") names.add(value);
    if (typeof orderNumber?.value === "string") orderNumbers.add(orderNumber.value);
  }
  return { idNumbers: [...idNumbers], names: [...names], orderNumbers: [...orderNumbers] };
}
