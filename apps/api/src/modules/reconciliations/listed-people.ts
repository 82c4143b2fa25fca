import type { ListedPerson, PersonSide } from "@rehab/domain/handoff/reconcile";
import { readIdNumber } from "@rehab/domain/identity/id-number";
import { CASE_END_KINDS } from "@rehab/domain/supervision/case-event";
import type { CaseEventKind } from "@rehab/domain/supervision/case-event";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { townshipIn } from "@rehab/spreadsheet/values/address";
import { findChoice } from "@rehab/spreadsheet/values/choices";
import { findMeasureOfOrder } from "@rehab/spreadsheet/values/order-number";
import type { CountyStructure } from "../imports/plan/county-structure.ts";
import type { SourceRow } from "../imports/source-row.ts";
import { stateHeader } from "./read-list.ts";

export type HandoffRow = SourceRow<"handoff_list">;

const endKinds: ReadonlySet<CaseEventKind> = new Set(CASE_END_KINDS);

/** A row of the list as the comparison reads it; what cannot be read tells nothing. */
export function toListedPerson(
  { id, row }: HandoffRow,
  structure: CountyStructure,
  today: PlainDate,
): ListedPerson {
  const { cells } = row;
  const idNumber = cells.idNumber?.value ?? null;
  const read = readIdNumber(idNumber ?? "", today);
  const orderNumber = cells.orderNumber?.value ?? null;
  const side: PersonSide = {
    name: cells.name?.value ?? null,
    idNumber,
    sex: read.ok ? read.sex : (cells.sex?.value ?? null),
    birthDate: read.ok ? read.birthDate : (cells.birthDate?.value ?? null),
    measure: cells.measure?.value ?? findMeasureOfOrder(orderNumber ?? "") ?? null,
    orderNumber,
    orderedOn: cells.decidedOn?.value ?? null,
    receivedOn: cells.receivedOn?.value ?? null,
    township: townshipOf(cells, structure),
    residence: cells.residence?.value ?? null,
    phone: cells.phone?.value ?? null,
    policeStation: cells.policeStation?.value ?? null,
  };
  return { rowId: id, side, hasEnded: saysEnded(row) };
}

/** The township of execution as the county calls it; where the list has none, that of the address. */
function townshipOf(cells: HandoffRow["row"]["cells"], structure: CountyStructure): string | null {
  const inCounty = (text: string) => townshipIn(text, structure.townshipNames(), structure.countyName);
  const written = cells.township?.value;
  if (written !== undefined) return structure.findTownship(written)?.name ?? inCounty(written) ?? written;
  return inCounty(cells.residence?.value ?? "") ?? null;
}

function saysEnded({ extra }: HandoffRow["row"]): boolean {
  const told = extra.find(({ header }) => header === stateHeader)?.raw ?? "";
  // 期满待解除 is not yet over.
  if (/待|未/u.test(told)) return false;
  const change = findChoice("status_change", told);
  return change !== undefined && endKinds.has(change);
}
