import type { ComparedField, LineFinding, MatchKey } from "./reconciliation-codes.ts";
import { COMPARED_FIELDS } from "./reconciliation-codes.ts";
import { bare, sameValue } from "./same-value.ts";

/** What one side tells of a person; null where it tells nothing. */
export type PersonSide = { readonly [Field in ComparedField]: string | null };

/** A row of the police's list. */
export interface ListedPerson {
  readonly rowId: string;
  readonly side: PersonSide;
  /** The list says that the measure has ended. */
  readonly hasEnded: boolean;
}

/** A case on our books. */
export interface OurCase {
  readonly caseId: string;
  readonly enrolleeId: string;
  readonly side: PersonSide;
  readonly formerNames: readonly string[];
  readonly isLive: boolean;
  /** It must stand on the list: where it does not, that is a finding. */
  readonly isExpected: boolean;
}

/** One line of the comparison: a row of the list, a case of ours, or the two that belong together. */
export interface ComparedLine {
  readonly listed: ListedPerson | null;
  readonly ours: OurCase | null;
  readonly finding: LineFinding;
  readonly matchedBy: MatchKey | null;
  readonly differences: readonly ComparedField[];
  /** People who may be meant: same name, same number, earlier name. A person says whether they are. */
  readonly candidateIds: readonly string[];
}

/**
 * Compares a list with our books: by order number, then ID number, then name with birth date and township. Every
 * row of the list and every expected case of ours stands in exactly one line, the rows first and in their order.
 * Whoever is alike and not surely the same is put beside the row as `doubtful`, never merged.
 */
export function reconcile(listed: readonly ListedPerson[], ours: readonly OurCase[]): ComparedLine[] {
  const books = new Books(ours);
  const lines = new Map<ListedPerson, ComparedLine>();
  for (const match of [byOrderNumber, byIdNumber, byNameBirthTownship]) {
    for (const row of listed) {
      const line = lines.has(row) ? undefined : match(row, books);
      if (line === undefined) continue;
      if (line.ours !== null) books.take(line.ours);
      lines.set(row, line);
    }
  }
  const missing = ours
    .filter((own) => own.isExpected && !books.isTaken(own))
    .map((own): ComparedLine => ({ ...unmatched, ours: own, finding: "missing_there" }));
  return [...listed.map((row) => lines.get(row) ?? onListOnly(row, books)), ...missing];
}

const unmatched = { listed: null, ours: null, matchedBy: null, differences: [], candidateIds: [] };

function byOrderNumber(row: ListedPerson, books: Books): ComparedLine | undefined {
  const { orderNumber } = row.side;
  if (orderNumber === null) return undefined;
  const own = books.withOrder(orderNumber);
  if (own === undefined) return undefined;
  // The order stands on the list twice: the second row is no second case.
  if (books.isTaken(own)) return doubtful(row, [own]);
  return paired(row, own, "order_number", isSomebodyElse(row, own));
}

function byIdNumber(row: ListedPerson, books: Books): ComparedLine | undefined {
  const { idNumber } = row.side;
  const own = idNumber === null ? [] : books.withIdNumber(idNumber);
  if (own.length === 0) return undefined;
  const isNamedAlike = own.some((each) => hasName(each, row.side.name));
  const sameCase = findSameCase(row, own, books);
  if (sameCase !== undefined) return paired(row, sameCase, "id_number", !isNamedAlike);
  const isReturning = isNamedAlike && own.every(({ isLive }) => !isLive);
  // A new order for somebody whose earlier measure is over; anything else a person must look at.
  return isReturning ? { ...onList(row), candidateIds: idsOf(own) } : doubtful(row, own);
}

function byNameBirthTownship(row: ListedPerson, books: Books): ComparedLine | undefined {
  const { name, birthDate, township, idNumber } = row.side;
  if (name === null || birthDate === null || township === null) return undefined;
  const own = books.named(name).filter(({ side }) => {
    const isOtherNumber = idNumber !== null && side.idNumber !== null && idNumber !== side.idNumber;
    return !isOtherNumber && side.birthDate === birthDate && sameValue("township", side.township, township);
  });
  if (own.length === 0) return undefined;
  const sameCase = findSameCase(row, own, books);
  return sameCase === undefined ? doubtful(row, own) : paired(row, sameCase, "name_birth_township", true);
}

/** The case that a row without a known order tells about: nothing may speak for another order. */
function findSameCase(row: ListedPerson, own: readonly OurCase[], books: Books): OurCase | undefined {
  const { orderNumber, receivedOn } = row.side;
  const free = own.filter((each) => !books.isTaken(each));
  const possible = free.filter(
    ({ side }) =>
      orderNumber === null ||
      side.orderNumber === null ||
      (receivedOn !== null && side.receivedOn === receivedOn),
  );
  return possible.find(({ isLive }) => isLive) ?? possible.at(-1);
}

/** Neither name nor number speaks for the person whose order it is. */
function isSomebodyElse({ side }: ListedPerson, own: OurCase): boolean {
  const isNumberKnown = side.idNumber !== null && own.side.idNumber !== null;
  const isSameNumber = isNumberKnown && side.idNumber === own.side.idNumber;
  return !hasName(own, side.name) && !isSameNumber;
}

function hasName({ side, formerNames }: OurCase, name: string | null): boolean {
  return name !== null && [side.name, ...formerNames].some((own) => sameValue("name", own, name));
}

function paired(row: ListedPerson, own: OurCase, matchedBy: MatchKey, isDoubtful: boolean): ComparedLine {
  const differences = differencesOf(row.side, own.side);
  const finding = isDoubtful ? "doubtful" : findingOf(row, own, differences);
  return { listed: row, ours: own, finding, matchedBy, differences, candidateIds: [] };
}

function findingOf(row: ListedPerson, own: OurCase, differences: readonly ComparedField[]): LineFinding {
  if (row.hasEnded && own.isLive) return "ended_there";
  if (!row.hasEnded && !own.isLive) return "ended_here";
  return differences.length === 0 ? "same" : "differs";
}

/** The fields in which the list tells something else than our books. */
export function differencesOf(theirs: PersonSide, ours: PersonSide): ComparedField[] {
  return COMPARED_FIELDS.map(({ code }) => code).filter(
    (field) => theirs[field] !== null && !sameValue(field, theirs[field], ours[field]),
  );
}

function onListOnly(row: ListedPerson, books: Books): ComparedLine {
  const namesakes = row.side.name === null ? [] : books.named(row.side.name);
  return namesakes.length === 0 ? onList(row) : doubtful(row, namesakes);
}

function onList(row: ListedPerson): ComparedLine {
  return { ...unmatched, listed: row, finding: row.hasEnded ? "ended_there" : "new_there" };
}

function doubtful(row: ListedPerson, own: readonly OurCase[]): ComparedLine {
  return { ...unmatched, listed: row, finding: "doubtful", candidateIds: idsOf(own) };
}

function idsOf(own: readonly OurCase[]): string[] {
  return [...new Set(own.map(({ enrolleeId }) => enrolleeId))];
}

/** Our cases by what a list may name them, and which of them stand in a line already. */
class Books {
  readonly #byOrder: ReadonlyMap<string, OurCase>;
  readonly #byIdNumber: ReadonlyMap<string, readonly OurCase[]>;
  readonly #byName: ReadonlyMap<string, readonly OurCase[]>;
  readonly #taken = new Set<string>();

  constructor(ours: readonly OurCase[]) {
    this.#byOrder = new Map(
      ours.flatMap((own) =>
        own.side.orderNumber === null ? [] : [[bare(own.side.orderNumber), own] as const],
      ),
    );
    this.#byIdNumber = Map.groupBy(ours, ({ side }) => side.idNumber ?? "");
    const named = ours.flatMap((own) =>
      [...new Set([own.side.name ?? "", ...own.formerNames])].map((name) => ({ name, own })),
    );
    const groups = [...Map.groupBy(named, ({ name }) => name)];
    this.#byName = new Map(groups.map(([name, group]) => [name, group.map(({ own }) => own)]));
  }

  withOrder = (orderNumber: string): OurCase | undefined => this.#byOrder.get(bare(orderNumber));
  withIdNumber = (idNumber: string): readonly OurCase[] => this.#byIdNumber.get(idNumber) ?? [];
  /** Under the present name or an earlier one. */
  named = (name: string): readonly OurCase[] => this.#byName.get(name) ?? [];
  take = ({ caseId }: OurCase): void => void this.#taken.add(caseId);
  isTaken = ({ caseId }: OurCase): boolean => this.#taken.has(caseId);
}
