import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { zhOf } from "@rehab/domain/code-list";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { RISK_LEVELS } from "@rehab/domain/supervision/risk-level";
import { FORMS } from "@rehab/spreadsheet/forms/forms";
import type { FieldOf, FormKind } from "@rehab/spreadsheet/forms/forms";
import { writeWorkbook } from "@rehab/spreadsheet/write-workbook";
import type { BigCounty } from "@rehab/testkit/big-county";
import type { SamplePerson } from "@rehab/testkit/builders/a-person";

type Line<Kind extends FormKind> = Partial<Record<FieldOf<Kind>, string | number | undefined>>;

/** Writes an invented county's stations and its register as the two workbooks that a county would have of them. */
export async function writePapers(folder: string, county: BigCounty): Promise<void> {
  const staff = county.stations.flatMap(({ name: station, townships, staff: members }) =>
    members.map(({ name, post }) => ({ name, post, station, townships: townships.join("、") })),
  );
  await writePaper(folder, "stations_staff", staff);
  await writePaper(folder, "register", [...county.people()].map(lineOf));
}

async function writePaper<Kind extends FormKind>(
  folder: string,
  kind: Kind,
  lines: readonly Line<Kind>[],
): Promise<void> {
  const { label, columns } = FORMS[kind];
  const fields = Object.keys(lines[0] ?? {}) as FieldOf<Kind>[];
  const header = (field: string) => columns.find((column) => column.field === field)?.label ?? field;
  const table = {
    sheetName: label,
    title: label,
    columns: fields.map((field) => ({ header: header(field) })),
    rows: lines.map((line) => fields.map((field) => line[field])),
  };
  writeFileSync(join(folder, `${label}.xlsx`), await writeWorkbook([table]));
}

function lineOf(person: SamplePerson, index: number): Line<"register"> {
  const record = person.cases.at(-1);
  if (record === undefined) throw new Error("an invented person has a case");
  const dayOf = (kind: string) => record.events.find((event) => event.kind === kind)?.on;
  return {
    sequence: index + 1,
    name: person.name,
    sex: person.sex === "male" ? "男" : "女",
    ethnicity: person.ethnicity,
    idNumber: person.idNumber,
    phone: person.phone,
    registeredAddress: person.registeredAddress,
    residence: person.residence,
    township: person.townshipName,
    village: person.village,
    measure: zhOf(MEASURES, record.measure),
    orderNumber: record.orderNumber,
    decidedOn: record.orderedOn,
    receivedOn: record.receivedOn,
    reportedOn: dayOf("reported"),
    agreementSignedOn: dayOf("agreement_signed"),
    risk: zhOf(RISK_LEVELS, person.riskLevel),
    caseworker: person.caseworkerName,
    station: person.stationName,
  };
}
