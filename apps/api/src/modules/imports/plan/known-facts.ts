import type { PlainDate } from "@rehab/domain/time/plain-date";

/** A fact that is recorded already, or that an earlier row of the batch records. */
export interface KnownFact {
  /** The file of this batch that it stands in; null when it was there before. */
  readonly fileId: string | null;
  /** What two records of the same key may differ in. */
  readonly detail: string;
  readonly leave?: { readonly id: string; returnedOn: PlainDate | null };
}

/** What is recorded, by the natural key that a second copy would have too. */
export class KnownFacts {
  readonly #facts = new Map<string, KnownFact>();

  find(key: string): KnownFact | undefined {
    return this.#facts.get(key);
  }

  add(key: string, fact: KnownFact): void {
    this.#facts.set(key, fact);
  }
}

type KeyPart = string | number | null;

/** A natural key; blank and missing are the same. */
export function factKey(kind: string, ...parts: readonly KeyPart[]): string {
  return [kind, ...parts.map((part) => part ?? "")].join("|");
}
