import type { IdNumber } from "@rehab/domain/identity/id-number";
import { readIdNumber } from "@rehab/domain/identity/id-number";
import { normalizePersonName } from "@rehab/domain/identity/person-name";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { ParsedCell } from "@rehab/spreadsheet/parse-form";
import type { Place } from "./find-place.ts";
import type { PlanContext } from "./plan-context.ts";
import type { RowDraft } from "./row-draft.ts";
import type { PersonFields, WorldPerson } from "./world-person.ts";
import type { Write } from "./writes.ts";

/** The columns about a person that register and hand-off list share. */
export interface PersonCells {
  readonly name?: ParsedCell<string>;
  readonly idNumber?: ParsedCell<IdNumber>;
  readonly sex?: ParsedCell<"male" | "female">;
  readonly ethnicity?: ParsedCell<string>;
  readonly birthDate?: ParsedCell<PlainDate>;
  readonly phone?: ParsedCell<string>;
  readonly registeredAddress?: ParsedCell<string>;
  readonly residence?: ParsedCell<string>;
  readonly village?: ParsedCell<string>;
  readonly alias?: ParsedCell<string>;
}

/** What a row tells about a person; null where it tells nothing. */
export function personFieldsOf(
  draft: RowDraft,
  cells: PersonCells,
  idNumber: IdNumber | undefined,
  today: PlainDate,
): Omit<PersonFields, "stationId" | "townshipId" | "riskLevel" | "caseworkerId"> {
  const read = readIdNumber(idNumber ?? "", today);
  return {
    village: draft.optional(cells.village, "village"),
    sex: read.ok ? read.sex : draft.optional(cells.sex, "sex"),
    ethnicity: draft.optional(cells.ethnicity, "ethnicity"),
    birthDate: read.ok ? read.birthDate : draft.optional(cells.birthDate, "birthDate"),
    idNumber: idNumber ?? null,
    phone: draft.optional(cells.phone, "phone"),
    registeredAddress: draft.optional(cells.registeredAddress, "registeredAddress"),
    residence: draft.optional(cells.residence, "residence"),
    provisional: idNumber === undefined,
  };
}

/** Adds a person to the world and to the caseload of whoever carries them. */
export function addPerson(
  ctx: PlanContext,
  name: string,
  fields: Omit<PersonFields, "stationId" | "townshipId">,
  place: Place,
): WorldPerson {
  const { people, structure } = ctx.world;
  const person: WorldPerson = {
    id: ctx.newId(),
    name,
    idKey: fields.idNumber === null ? null : people.idKeyOf(fields.idNumber),
    isNew: true,
    fields: { ...fields, ...place },
    cases: [],
  };
  people.add(person);
  structure.moveLoad(null, person.fields.caseworkerId);
  return person;
}

/** The other names that a row tells of somebody: 别名、曾用名. */
export function formerNamesIn(draft: RowDraft, cells: PersonCells, person: WorldPerson): Write[] {
  const told = (draft.optional(cells.alias, "alias") ?? "").split(/[、,，;；/\s]+/u).map(normalizePersonName);
  return [...new Set(told)]
    .filter((name) => /^[\p{L}·]{1,60}$/u.test(name) && name !== "无" && name !== person.name)
    .map((name) => ({ op: "add_former_name", person, name }));
}

/** What a row knows and the stored person lacks. */
export function missingOf(person: WorldPerson, told: Partial<PersonFields>): Partial<PersonFields> {
  return Object.fromEntries(
    Object.entries(told).filter(
      ([field, value]) =>
        value !== null && value !== undefined && person.fields[field as keyof PersonFields] === null,
    ),
  ) as Partial<PersonFields>;
}

/** The caseworker whom a paper names at a station, else the one there who carries fewest people. */
export function findCaseworker(
  draft: RowDraft,
  named: string | null,
  stationId: string,
  ctx: PlanContext,
): { readonly id: string | null; readonly isAssigned: boolean } {
  const { structure } = ctx.world;
  const member = named === null ? undefined : structure.findStaff(named, stationId);
  if (member !== undefined) return { id: member.id, isAssigned: false };
  if (named !== null) draft.note("staff_unknown", "caseworker");
  return { id: structure.findLeastLoaded(stationId)?.id ?? null, isAssigned: true };
}
