import { ID_NUMBER_ISSUES, readIdNumber } from "@rehab/domain/identity/id-number";
import type { IdNumberResult } from "@rehab/domain/identity/id-number";
import { compareMatches, personMatches } from "@rehab/domain/identity/person-match";
import type { PersonMatch, SoughtPerson } from "@rehab/domain/identity/person-match";
import { maskPersonName, normalizePersonName } from "@rehab/domain/identity/person-name";
import { zhOf } from "@rehab/domain/code-list";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { BodyOf, ResponseOf } from "@rehab/schema/endpoint";
import type { PersonCandidate, newHandoffEndpoints } from "@rehab/schema/new-handoff";
import { maskStoredIdNumber } from "../../core/mask.ts";
import { syllablesOf } from "../../core/pinyin.ts";
import type { ValueCipher } from "../../core/cipher.ts";
import { useCase } from "../../core/use-case.ts";
import { idKey } from "../enrollees/search-keys.ts";
import { casesOfCandidates, loadCandidates } from "./load-candidates.ts";
import type { CandidateRow } from "./load-candidates.ts";

type Input = BodyOf<typeof newHandoffEndpoints.findPerson>;
type Result = ResponseOf<typeof newHandoffEndpoints.findPerson>;

const mostShown = 20;

/**
 * Looks whether a person is on the books already: by number, name, sound of the name, former names, birth date.
 * Candidates stand side by side with what speaks for each; nothing is merged. The trail holds counts only.
 */
export const findPerson = useCase<Input, Result>("new-handoff.findPerson", async (context, input) => {
  const { tx, audit, cipher, today, law } = context;
  const read = input.idNumber === null ? undefined : readIdNumber(input.idNumber, today);
  const sought = soughtOf(input, read, cipher);
  const rows = await loadCandidates(context, sought);
  const found = rows
    .map((row) => ({ row, matches: personMatches(sought, row.known) }))
    .filter(({ matches }) => matches.length > 0)
    .toSorted((a, b) => compareMatches(a.matches, b.matches) || (a.row.id < b.row.id ? -1 : 1));
  const shown = found.slice(0, mostShown);
  const cases = await casesOfCandidates(
    tx,
    shown.map(({ row }) => row.id),
    { today, law },
  );
  audit({
    action: "new-handoff.findPerson",
    change: { candidates: found.length, by: fieldsOf(input) },
  });
  return {
    idNumber: read === undefined ? null : verdictOf(read, input.birthDate),
    candidates: shown.map(({ row, matches }) => viewOf(row, matches, cases.get(row.id) ?? [], cipher)),
    more: found.length > shown.length,
  };
});

function soughtOf(input: Input, read: IdNumberResult | undefined, cipher: ValueCipher): SoughtPerson {
  const name = input.name === null ? undefined : normalizePersonName(input.name);
  const inNumber = read?.ok === true ? read.birthDate : undefined;
  return {
    name,
    nameSound: name === undefined ? undefined : syllablesOf(name).join(""),
    idKey: read?.ok === true ? idKey(read.value, cipher) : undefined,
    birthDate: input.birthDate ?? inNumber,
    townshipId: input.townshipId ?? undefined,
  };
}

/** What was searched by, without what was typed. */
function fieldsOf({ name, idNumber, birthDate, townshipId }: Input): string[] {
  return Object.entries({ name, idNumber, birthDate, townshipId })
    .filter(([, value]) => value !== null)
    .map(([field]) => field);
}

function verdictOf(read: IdNumberResult, birthDate: PlainDate | null): Result["idNumber"] {
  if (!read.ok) {
    const issue = zhOf(ID_NUMBER_ISSUES, read.issue);
    return { ok: false, issue, convertedFrom15: false, birthDate: null, sex: null, birthDateAgrees: null };
  }
  return {
    ok: true,
    issue: null,
    convertedFrom15: read.convertedFrom15,
    birthDate: read.birthDate,
    sex: read.sex,
    birthDateAgrees: birthDate === null ? null : birthDate === read.birthDate,
  };
}

function viewOf(
  row: CandidateRow,
  matches: readonly PersonMatch[],
  cases: PersonCandidate["cases"],
  cipher: ValueCipher,
): PersonCandidate {
  const { known } = row;
  return {
    id: row.id,
    maskedName: maskPersonName(known.name),
    maskedIdNumber: row.idNumberCipher === null ? null : maskStoredIdNumber(row.idNumberCipher, cipher),
    maskedFormerNames: known.formerNames.map(({ name }) => maskPersonName(name)),
    sex: row.sex as PersonCandidate["sex"],
    birthYear: known.birthDate === null ? null : Number(known.birthDate.slice(0, 4)),
    stationId: row.stationId,
    stationName: row.stationName,
    townshipId: known.townshipId,
    townshipName: row.townshipName,
    matches: [...matches],
    cases,
  };
}
