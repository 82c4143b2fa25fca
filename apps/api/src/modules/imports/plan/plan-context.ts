import type { Law } from "@rehab/domain/law/law";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { CountyStructure } from "./county-structure.ts";
import type { KnownFacts } from "./known-facts.ts";
import type { KnownPeople } from "./known-people.ts";
import type { EarlierRow } from "./planned-row.ts";
import type { WaitingPeople } from "./waiting-people.ts";

/** What is known before and while rows are planned. */
export interface World {
  readonly structure: CountyStructure;
  readonly people: KnownPeople;
  readonly facts: KnownFacts;
  readonly waiting: WaitingPeople;
  /** Rows of earlier imports that were decided or wait, by what they say. */
  readonly earlier: ReadonlyMap<string, EarlierRow>;
}

export interface PlanContext {
  readonly world: World;
  readonly today: PlainDate;
  readonly law: Law;
  readonly newId: () => string;
  /** Days on which the files of this batch say that a person's case ends, by ID number. */
  readonly endsInFiles: ReadonlyMap<string, readonly PlainDate[]>;
}
