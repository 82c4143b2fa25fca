import type { PlainDate } from "@rehab/domain/time/plain-date";

/** A person of whom all that is known is a row that somebody must decide first. */
export interface WaitingPerson {
  readonly name: string | null;
  /** Null when the row's number is missing or wrong. */
  readonly idNumber: string | null;
  readonly orderNumber: string | null;
  readonly receivedOn: PlainDate | null;
}

export interface Named {
  readonly name: string | undefined;
  readonly idNumber: string | undefined;
  readonly orderNumber: string | undefined;
  /** Whether the number belongs to somebody on the register. */
  readonly isKnown: boolean;
}

/** The people of held rows: what other rows tell about them must wait as well. */
export class WaitingPeople {
  readonly #people: WaitingPerson[] = [];

  add(person: WaitingPerson): void {
    this.#people.push(person);
  }

  /** Whether a fact of a day tells about a person of a held row. */
  has(named: Named, on: PlainDate | undefined): boolean {
    return this.#people.some((waiting) => {
      if (waiting.orderNumber !== null && waiting.orderNumber === named.orderNumber) return true;
      const hasBegun = on === undefined || waiting.receivedOn === null || waiting.receivedOn <= on;
      if (waiting.idNumber !== null) return hasBegun && waiting.idNumber === named.idNumber;
      return !named.isKnown && waiting.name !== null && waiting.name === named.name;
    });
  }
}
