import { NATIONAL_LAW } from "@rehab/domain/law/law";
import { plainDate } from "@rehab/domain/time/plain-date";
import type { DecisionAction } from "@rehab/schema/imports";
import { csvText } from "@rehab/spreadsheet/test-support/sample-files";
import type { SampleRow } from "@rehab/spreadsheet/test-support/sample-files";
import { CountyStructure } from "../src/modules/imports/plan/county-structure.ts";
import { KnownFacts } from "../src/modules/imports/plan/known-facts.ts";
import { KnownPeople } from "../src/modules/imports/plan/known-people.ts";
import { planBatch } from "../src/modules/imports/plan/plan-batch.ts";
import type { Plan, PlannedRow } from "../src/modules/imports/plan/planned-row.ts";
import { WaitingPeople } from "../src/modules/imports/plan/waiting-people.ts";
import type { Write } from "../src/modules/imports/plan/writes.ts";
import { readFiles } from "../src/modules/imports/read-files.ts";
import type { RowCorrections } from "../src/modules/imports/source-row.ts";
import { toSourceRows } from "../src/modules/imports/to-source-rows.ts";

/** A paper as its rows, title first. */
export type Papers = Readonly<Record<string, readonly SampleRow[]>>;

interface Decided {
  readonly file: string;
  readonly row: number;
  readonly action: DecisionAction;
  readonly set?: RowCorrections;
}

export const today = plainDate("2022-06-30");

/** Plans papers on a county of two stations that has nobody on its books. */
export async function planPapers(papers: Papers, decisions: readonly Decided[] = []): Promise<Plan> {
  const files = Object.entries(papers).map(([name, rows]) => ({
    name: `${name}.csv`,
    bytes: Buffer.from(csvText(rows)),
  }));
  const staged = toSourceRows("batch", await readFiles(files, today));
  const rows = staged.rows.map((row) => {
    const decision = decisions.find(
      ({ file, row: at }) => row.file.name === `${file}.csv` && row.row.sequence === at,
    );
    return decision === undefined ? row : { ...row, decision };
  });
  let ids = 0;
  const world = {
    structure: new CountyStructure({
      countyName: "临湖县",
      stations: [
        { id: "north", name: "城北中心站", address: null, position: 1 },
        { id: "south", name: "城南中心站", address: null, position: 2 },
      ],
      townships: [
        { id: "t-north", name: "城北镇", stationId: "north" },
        { id: "t-south", name: "城南镇", stationId: "south" },
      ],
      staff: [
        ["甲一", "north"],
        ["甲二", "north"],
        ["乙一", "south"],
      ].map(([name = "", stationId = ""], position) => ({
        id: name,
        name,
        post: "专职工作人员",
        stationId,
        position,
      })),
      loads: new Map(),
    }),
    people: new KnownPeople([], (idNumber) => `key ${idNumber}`),
    facts: new KnownFacts(),
    waiting: new WaitingPeople(),
    earlier: new Map(),
  };
  return planBatch(staged.sources, rows, {
    world,
    today,
    law: NATIONAL_LAW,
    newId: () => `new ${(ids += 1)}`,
  });
}

/** The planned row of a file by its 序号. */
export function rowOf(plan: Plan, file: string, sequence: number): PlannedRow {
  const found = plan.rows.find(
    ({ source }) => source.file.name === `${file}.csv` && source.row.sequence === sequence,
  );
  if (found === undefined) throw new Error(`no row ${sequence} in ${file}`);
  return found;
}

/** The verdict of a row with the codes that hold it. */
export function verdictOf(plan: Plan, file: string, sequence = 1): string {
  const { verdict, issues } = rowOf(plan, file, sequence);
  return [verdict, ...issues.filter(({ holds }) => holds).map(({ code }) => code)].join(" ");
}

/** The first write of a kind that a row does. */
export function writeOf<Op extends Write["op"]>(
  row: PlannedRow,
  op: Op,
): Extract<Write, { readonly op: Op }> | undefined {
  return row.writes.find((write): write is Extract<Write, { readonly op: Op }> => write.op === op);
}

const listHeader = [
  "序号",
  "姓名",
  "身份证号",
  "现住址",
  "处置类型",
  "决定书文号",
  "决定日期",
  "送达日期",
  "执行地乡镇",
];

/** A hand-off list of the police. */
export function handoffList(title: string, ...people: readonly Partial<HandoffPerson>[]): SampleRow[] {
  const rows = people.map((person, index) => {
    const { name, id, address, measure, order, decidedOn, receivedOn, township } = { ...somebody, ...person };
    return [index + 1, name, id, address, measure, order, decidedOn, receivedOn, township];
  });
  return [[`公安局禁毒大队移交名单（${title}）`], listHeader, ...rows];
}

interface HandoffPerson {
  readonly name: string;
  readonly id: string;
  readonly address: string;
  readonly measure: string;
  readonly order: string;
  readonly decidedOn: string;
  readonly receivedOn: string;
  readonly township: string;
}

/** Invented; the numbers have right check digits and are nobody's. */
export const firstId = "430624190001010010";
export const secondId = "11010519491231002X";

const somebody: HandoffPerson = {
  name: "赵一心",
  id: firstId,
  address: "临湖县城北镇一村",
  measure: "社区戒毒",
  order: "临公（禁）社戒决字〔2021〕001号",
  decidedOn: "2021-03-01",
  receivedOn: "2021-03-02",
  township: "城北镇",
};
