import type { LineView, Reconciliation } from "@rehab/schema/reconciliations";
import { writeWorkbook } from "@rehab/spreadsheet/write-workbook";
import type { LightMyRequestResponse } from "fastify";
import { beforeEach } from "vitest";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import type { ReadTx, Tx } from "../src/db/client.ts";
import { insertRows } from "../src/db/insert-rows.ts";
import { createAppWorld, samplePerson } from "./app-world.ts";
import type { AppWorld, Caller } from "./app-world.ts";
import { uploadRequest } from "./import-world.ts";

/** The sample person as a list of the police names them. */
export const known = {
  name: samplePerson.name,
  idNumber: samplePerson.idNumber,
  measure: "社区戒毒",
  orderNumber: "测公社戒决字〔2021〕010号",
  receivedOn: "2021-06-01",
  phone: samplePerson.phone,
};

/** Somebody of whom the county has not heard. */
export const fresh = {
  name: "范志",
  idNumber: "430624196906279425",
  measure: "社区戒毒",
  orderNumber: "测公社戒决字〔2021〕777号",
  receivedOn: "2021-12-27",
  township: "甲镇",
  phone: "13900000007",
};

const listHeaders = [
  "序号",
  "姓名",
  "身份证号",
  "人员分类",
  "决定书文号",
  "送达日期",
  "执行地乡镇",
  "现住址",
];

/** A list as the police's office writes it. */
export async function listFile(
  title: string,
  rows: readonly (readonly string[])[],
  headers: readonly string[] = listHeaders,
) {
  const columns = headers.map((header) => ({ header }));
  return { name: "名单.xlsx", bytes: await writeWorkbook([{ sheetName: "名单", title, columns, rows }]) };
}

export function freshRow(sequence: string): string[] {
  const { name, idNumber, measure, orderNumber, receivedOn, township } = fresh;
  return [sequence, name, idNumber, measure, orderNumber, receivedOn, township, "测试县甲镇一村"];
}

/** The check of the last week of 2021, of which the day of the test is the Friday. */
export const opening = (more: object = {}) => ({
  id: newId(),
  period: { kind: "weekly", year: 2021, week: 52 },
  checkedOn: "2021-12-30",
  ourPerson: "督查一",
  policePerson: "民警一",
  source: "typed",
  ...more,
});

export function lineOf(of: Reconciliation, finding: LineView["finding"]): LineView {
  const line = of.lines.find((each) => each.finding === finding);
  if (line === undefined)
    throw new Error(`no line ${finding}: ${of.lines.map((each) => each.finding).join()}`);
  return line;
}

/** A county of two townships for each test of a file, and what a supervisor does there. */
export function reconciliationCounty() {
  const logged: string[] = [];
  let world: AppWorld;
  beforeEach(async () => {
    world = await createAppWorld({ log: (line) => logged.push(line) });
    await write((tx) =>
      insertRows(tx, tables.township, [
        { id: newId(), countyCode: world.services.county.code, name: "甲镇", stationId: world.stations.a },
        { id: newId(), countyCode: world.services.county.code, name: "乙镇", stationId: world.stations.b },
      ]),
    );
    return () => world.close();
  });
  const scope = () => ({ countyCode: world.services.county.code, people: systemActor.scope });
  const write = (work: (tx: Tx) => Promise<void>): Promise<void> => world.services.db.write(scope(), work);

  const ask = (
    method: "GET" | "POST" | "PUT",
    path: string,
    payload?: object,
    as: Caller = "supervisor",
  ): Promise<LightMyRequestResponse> =>
    world.call(as, { method, url: `/api/v1/reconciliations${path}`, ...(payload && { payload }) });

  return {
    logged,
    get world() {
      return world;
    },
    ask,
    write,
    read: <T>(work: (tx: ReadTx) => Promise<T>): Promise<T> => world.services.db.read(scope(), work),
    open: async (more: object = {}): Promise<Reconciliation> => (await ask("POST", "", opening(more))).json(),
    type: async (of: Reconciliation, rows: readonly object[]): Promise<Reconciliation> =>
      (await ask("PUT", `/${of.id}/rows`, { version: of.version, rows })).json(),
    upload: (of: Reconciliation, file: { name: string; bytes: Uint8Array }) =>
      world.call("supervisor", {
        ...uploadRequest([file]),
        method: "PUT",
        url: `/api/v1/reconciliations/${of.id}/file?version=${of.version}`,
      }),
    decide: (of: Reconciliation, decisions: readonly object[]) =>
      ask("POST", `/${of.id}/decisions`, { version: of.version, decisions }),
    finish: (of: Reconciliation) =>
      ask("POST", `/${of.id}/finish`, { version: of.version, ourPerson: "督查一", policePerson: "民警一" }),
  };
}
