import { zhOf } from "@rehab/domain/code-list";
import { TRANSFER_DIRECTIONS, TRANSFER_MATERIALS, TRANSFER_STATES } from "@rehab/domain/handoff/transfer";
import { maskIdNumber } from "@rehab/domain/identity/id-number";
import { CASE_STATES } from "@rehab/domain/supervision/case-state";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { Transfer, transfersEndpoints } from "@rehab/schema/transfers";
import { writeWorkbook } from "@rehab/spreadsheet/write-workbook";
import type { TableColumn } from "@rehab/spreadsheet/write-workbook";
import { useCase } from "../../core/use-case.ts";
import { loadTransfers, transferConditions } from "./load-transfers.ts";
import { viewTransfers } from "./view-transfers.ts";

type Input = BodyOf<typeof transfersEndpoints.export>;

interface Line {
  readonly shown: Transfer;
  readonly name: string;
  readonly idNumber: string | null;
}

interface ExportColumn extends TableColumn {
  readonly value: (line: Line) => string | number | null;
}

const columns: readonly ExportColumn[] = [
  { header: "姓名", width: 10, value: ({ name }) => name },
  { header: "证件号码", width: 22, value: ({ idNumber }) => idNumber },
  { header: "人员分类", width: 10, value: ({ shown }) => zhOf(MEASURES, shown.measure) },
  { header: "案件状态", width: 14, value: ({ shown }) => zhOf(CASE_STATES, shown.caseState) },
  { header: "类别", width: 10, value: ({ shown }) => zhOf(TRANSFER_DIRECTIONS, shown.direction) },
  { header: "进度", width: 12, value: ({ shown }) => zhOf(TRANSFER_STATES, shown.state) },
  { header: "现工作站", width: 18, value: ({ shown }) => shown.stationName },
  { header: "另一方执行地", width: 24, value: ({ shown }) => shown.otherPlace },
  { header: "接收工作站", width: 18, value: ({ shown }) => shown.toStationName },
  { header: "申请日期", width: 12, type: "date", value: ({ shown }) => shown.requestedOn },
  { header: "原因", width: 24, value: ({ shown }) => shown.reason },
  {
    header: "转送材料",
    width: 30,
    value: ({ shown }) => shown.materials.map((code) => zhOf(TRANSFER_MATERIALS, code)).join("、"),
  },
  { header: "转送日期", width: 12, type: "date", value: ({ shown }) => shown.sentOn },
  { header: "函件编号", width: 18, value: ({ shown }) => shown.letterNumber },
  { header: "等待回执天数", width: 12, type: "number", value: ({ shown }) => shown.waitingDays },
  { header: "回执日期", width: 12, type: "date", value: ({ shown }) => shown.receiptOn },
  { header: "回执编号", width: 18, value: ({ shown }) => shown.receiptNumber },
  { header: "接收人", width: 18, value: ({ shown }) => shown.receivedBy },
  { header: "撤销日期", width: 12, type: "date", value: ({ shown }) => shown.cancelledOn },
  { header: "撤销理由", width: 24, value: ({ shown }) => shown.cancelReason },
];

/** The filtered list as Excel. Purpose, number of people and whether they were unmasked are audited. */
export const exportTransfers = useCase<Input, { name: string; content: Buffer }>(
  "transfers.export",
  async (context, { purpose, unmasked, ...filter }) => {
    const { tx, audit, cipher, county, today } = context;
    const named = await loadTransfers(tx, transferConditions(context, filter));
    const byId = new Map(named.map((transfer) => [transfer.row.id, transfer]));
    const lines = (await viewTransfers(context, named)).map((shown): Line => {
      const { name = "", idNumberCipher = null } = byId.get(shown.id) ?? {};
      const idNumber = idNumberCipher === null ? null : cipher.decrypt(idNumberCipher);
      return unmasked
        ? { shown, name, idNumber }
        : { shown, name: shown.maskedName, idNumber: idNumber === null ? null : maskIdNumber(idNumber) };
    });
    audit({
      action: "transfers.export",
      subjectType: "register",
      reason: purpose,
      change: { people: lines.length, unmasked },
    });
    return {
      name: `变更执行地台账-${county.name}-${today}.xlsx`,
      content: await writeWorkbook([
        {
          sheetName: "变更执行地",
          title: `${county.name}社区戒毒社区康复变更执行地台账（截至${today}，共${lines.length}件）`,
          columns,
          rows: lines.map((line) => columns.map(({ value }) => value(line) ?? undefined)),
        },
      ]),
    };
  },
);
