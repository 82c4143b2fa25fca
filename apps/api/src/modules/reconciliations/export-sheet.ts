import { zhOf } from "@rehab/domain/code-list";
import type { PersonSide } from "@rehab/domain/handoff/reconcile";
import {
  COMPARED_FIELDS,
  LINE_DECISIONS,
  LINE_FINDINGS,
  LIST_SOURCES,
} from "@rehab/domain/handoff/reconciliation-codes";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { Measure } from "@rehab/domain/supervision/measure";
import type { LineView } from "@rehab/schema/reconciliations";
import { writeWorkbook } from "@rehab/spreadsheet/write-workbook";
import type { Table } from "@rehab/spreadsheet/write-workbook";
import { useCase } from "../../core/use-case.ts";
import { periodText } from "./period.ts";
import { getReconciliationRow } from "./reconciliation-row.ts";
import type { ReconciliationRow } from "./reconciliation-row.ts";
import { viewLines } from "./view-lines.ts";
import type { ViewedLines } from "./view-lines.ts";

interface ExportedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** The sheet (核对表) as Excel, with everybody by name; how many were on it is audited. */
export const exportSheet = useCase<{ id: string }, ExportedFile>(
  "reconciliations.sheet",
  async (context, { id }) => {
    const { tx, audit, county } = context;
    const row = await getReconciliationRow(tx, id);
    const viewed = await viewLines(context, row, "all");
    audit({
      action: "reconciliations.sheet",
      subjectType: "reconciliation",
      subjectId: id,
      change: { lines: viewed.lines.length },
    });
    return {
      name: `衔接核对表-${county.name}-${periodText(row)}.xlsx`,
      content: await writeWorkbook([linesTable(county.name, row, viewed), totalsTable(row, viewed)]),
    };
  },
);

function linesTable(countyName: string, row: ReconciliationRow, { lines }: ViewedLines): Table {
  return {
    sheetName: "核对表",
    title: `${countyName}社区戒毒社区康复人员衔接核对表（${periodText(row)}，核对日期${row.checkedOn}）`,
    columns: [
      { header: "序号", type: "number" },
      { header: "核对结果" },
      { header: "名单姓名" },
      { header: "名单身份证号", width: 21 },
      { header: "名单人员分类" },
      { header: "名单决定书文号", width: 28 },
      { header: "名单送达日期", type: "date", width: 12 },
      { header: "我方姓名" },
      { header: "我方身份证号", width: 21 },
      { header: "我方决定书文号", width: 28 },
      { header: "我方送达日期", type: "date", width: 12 },
      { header: "工作站" },
      { header: "我方状态" },
      { header: "不一致的内容", width: 40 },
      { header: "处理决定" },
      { header: "理由", width: 30 },
      { header: "决定人" },
    ],
    rows: lines.map((line, index) => [
      index + 1,
      zhOf(LINE_FINDINGS, line.finding),
      ...told(line.theirs, ["name", "idNumber", "measure", "orderNumber", "receivedOn"]),
      ...told(line.ours?.side, ["name", "idNumber", "orderNumber", "receivedOn"]),
      line.ours?.stationName,
      line.ours?.state,
      differencesText(line),
      line.decision === null ? undefined : zhOf(LINE_DECISIONS, line.decision.decision),
      line.decision?.reason ?? undefined,
      line.decision?.decidedBy,
    ]),
  };
}

function totalsTable(row: ReconciliationRow, { totals }: ViewedLines): Table {
  const findings = LINE_FINDINGS.map(({ code, zh }) => [zh, totals.byFinding[code]] as const);
  return {
    sheetName: "合计与签字",
    columns: [
      { header: "项目", width: 24 },
      { header: "内容", width: 30 },
    ],
    rows: [
      ["名单来源", zhOf(LIST_SOURCES, row.source)],
      ["名单人数", totals.listed],
      ["其中社区戒毒", totals.listedDetox],
      ["其中社区康复", totals.listedRehab],
      ["我方人数", totals.ours],
      ...findings,
      ["核对行数", totals.lines],
      ["司法局核对人", row.ourPerson],
      ["公安机关核对人", row.policePerson],
      ["备注", row.note ?? undefined],
    ],
  };
}

type Side = Partial<PersonSide> | undefined | null;

function told(side: Side, fields: readonly (keyof PersonSide)[]): (string | undefined)[] {
  return fields.map((field) => valueText(field, side?.[field] ?? null) ?? undefined);
}

function valueText(field: keyof PersonSide, value: string | null): string | null {
  if (value === null) return null;
  if (field === "measure") return zhOf(MEASURES, value as Measure);
  if (field === "sex") return { male: "男", female: "女" }[value as "male" | "female"];
  return value;
}

/** 联系电话：名单13900000001，我方空缺（按名单更正）. */
function differencesText({ differences, theirs, ours }: LineView): string {
  return differences
    .map(({ field, takeTheirs }) => {
      const listed = valueText(field, theirs?.[field] ?? null) ?? "空缺";
      const own = valueText(field, ours?.side[field] ?? null) ?? "空缺";
      const choice = takeTheirs === true ? "（按名单更正）" : "";
      return `${zhOf(COMPARED_FIELDS, field)}：名单${listed}，我方${own}${choice}`;
    })
    .join("；");
}
