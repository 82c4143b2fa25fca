import type { PersonFields, WorldCase, WorldPerson } from "./world-person.ts";
import type { Write } from "./writes.ts";

/** The people whom the files name, found by number, name and order; it grows as rows are planned. */
export class KnownPeople {
  readonly idKeyOf: (idNumber: string) => string;
  readonly #byId = new Map<string, WorldPerson>();
  readonly #byIdKey = new Map<string, WorldPerson>();
  readonly #byName = new Map<string, WorldPerson[]>();
  readonly #byOrder = new Map<string, { person: WorldPerson; record: WorldCase }>();

  constructor(people: readonly WorldPerson[], idKeyOf: (idNumber: string) => string) {
    this.idKeyOf = idKeyOf;
    for (const person of people) this.add(person);
  }

  add(person: WorldPerson): void {
    this.#byId.set(person.id, person);
    if (person.idKey !== null) this.#byIdKey.set(person.idKey, person);
    this.#byName.set(person.name, [...this.named(person.name), person]);
    for (const record of person.cases) this.#index(person, record);
  }

  addCase(person: WorldPerson, record: WorldCase): void {
    person.cases.push(record);
    this.#index(person, record);
  }

  findByIdNumber(idNumber: string): WorldPerson | undefined {
    return this.#byIdKey.get(this.idKeyOf(idNumber));
  }

  findById(id: string): WorldPerson | undefined {
    return this.#byId.get(id);
  }

  named(name: string): readonly WorldPerson[] {
    return this.#byName.get(name) ?? [];
  }

  findByOrder(orderNumber: string): { person: WorldPerson; record: WorldCase } | undefined {
    return this.#byOrder.get(orderNumber);
  }

  /** Sets fields; of a stored person only what differs is recorded as a change. */
  change(person: WorldPerson, set: Partial<PersonFields>): Write[] {
    const differing = Object.fromEntries(
      Object.entries(set).filter(([field, value]) => person.fields[field as keyof PersonFields] !== value),
    ) as Partial<PersonFields>;
    if (Object.keys(differing).length === 0) return [];
    Object.assign(person.fields, differing);
    if (differing.idNumber !== undefined && differing.idNumber !== null) {
      person.idKey = this.idKeyOf(differing.idNumber);
      this.#byIdKey.set(person.idKey, person);
    }
    return person.isNew ? [] : [{ op: "change_person", personId: person.id, set: differing }];
  }

  #index(person: WorldPerson, record: WorldCase): void {
    if (record.orderNumber !== null) this.#byOrder.set(record.orderNumber, { person, record });
  }
}
