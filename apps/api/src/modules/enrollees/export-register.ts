import { zhOf } from "@rehab/domain/code-list";
import { maskPersonName } from "@rehab/domain/identity/person-name";
import { CONTROL_REASONS } from "@rehab/domain/indicators/control-reason";
import type { ControlReason } from "@rehab/domain/indicators/control-reason";
import { CASE_STATES } from "@rehab/domain/supervision/case-state";
import type { CaseStateCode } from "@rehab/domain/supervision/case-state";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { Measure } from "@rehab/domain/supervision/measure";
import { RISK_LEVELS } from "@rehab/domain/supervision/risk-level";
import type { RiskLevel } from "@rehab/domain/supervision/risk-level";
import { writeWorkbook } from "@rehab/spreadsheet/write-workbook";
import { asc } from "drizzle-orm";
import type { ValueCipher } from "../../core/cipher.ts";
import { maskStoredIdNumber } from "../../core/mask.ts";
import { useCase } from "../../core/use-case.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { findTerm } from "./find-term.ts";
import { registerConditions, registerValues } from "./register-filter.ts";
import type { Filter } from "./register-filter.ts";
import { selectRegisterLines } from "./register-row.ts";
import type { RegisterLine } from "./register-row.ts";

interface Input extends Filter {
  readonly purpose: string;
  readonly unmasked: boolean;
}

interface ExportedFile {
  readonly name: string;
  readonly content: Buffer;
}

interface ExportColumn {
  readonly header: string;
  readonly width: number;
  readonly value: (line: RegisterLine, show: Show) => string | null;
}

interface Show {
  readonly name: (name: string) => string;
  readonly idNumber: (cipherText: Buffer) => string;
}

const columns: readonly ExportColumn[] = [
  { header: "姓名", width: 10, value: (line, show) => show.name(line.name) },
  {
    header: "证件号码",
    width: 22,
    value: (line, show) => (line.idNumberCipher === null ? null : show.idNumber(line.idNumberCipher)),
  },
  {
    header: "性别",
    width: 6,
    value: ({ sex }) => (sex === null ? null : { male: "男", female: "女" }[sex as "male" | "female"]),
  },
  { header: "人员分类", width: 10, value: ({ measure }) => zhOf(MEASURES, measure as Measure) },
  { header: "状态", width: 14, value: ({ state }) => zhOf(CASE_STATES, state as CaseStateCode) },
  {
    header: "管控情况",
    width: 16,
    value: ({ controlReason }) =>
      controlReason === null ? null : zhOf(CONTROL_REASONS, controlReason as ControlReason),
  },
  { header: "工作站", width: 18, value: ({ stationName }) => stationName },
  { header: "执行地（乡镇）", width: 14, value: ({ townshipName }) => townshipName },
  { header: "村（社区）", width: 16, value: ({ village }) => village },
  { header: "专干", width: 10, value: ({ caseworkerName }) => caseworkerName },
  {
    header: "风险等级",
    width: 9,
    value: ({ riskLevel }) => (riskLevel === null ? null : zhOf(RISK_LEVELS, riskLevel as RiskLevel)),
  },
  { header: "决定书文号", width: 32, value: ({ orderNumber }) => orderNumber },
  { header: "送达日期", width: 12, value: ({ receivedOn }) => receivedOn },
  { header: "应报到时间", width: 12, value: ({ reportDueOn }) => reportDueOn },
  { header: "实际报到时间", width: 13, value: ({ reportedOn }) => reportedOn },
  { header: "期满日期", width: 12, value: ({ termEndOn }) => termEndOn },
  { header: "最近当面接触", width: 13, value: ({ lastInPersonOn }) => lastInPersonOn },
];

/** The filtered register as Excel. Purpose, number of people and whether they were unmasked are audited. */
export const exportRegister = useCase<Input, ExportedFile>("enrollees.export", async (context, input) => {
  const { tx, audit, cipher, county, today } = context;
  const term = await findTerm(context, input.q);
  const lines =
    term === "nobody"
      ? []
      : await selectRegisterLines(tx)
          .where(registerConditions(tx, input.standing, registerValues(context, input, term)))
          .orderBy(asc(registerEntry.nameSort), asc(registerEntry.enrolleeId));

  audit({
    action: "enrollees.export",
    subjectType: "register",
    reason: input.purpose,
    change: { people: lines.length, unmasked: input.unmasked },
  });
  const show = showing(cipher, input.unmasked);
  return {
    name: `人员花名册-${county.name}-${today}.xlsx`,
    content: await writeWorkbook([
      {
        sheetName: "花名册",
        title: `${county.name}社区戒毒社区康复人员花名册（截至${today}，共${lines.length}人）`,
        columns: columns.map(({ header, width }) => ({ header, width })),
        rows: lines.map((line) => columns.map(({ value }) => value(line, show) ?? undefined)),
      },
    ]),
  };
});

function showing(cipher: ValueCipher, unmasked: boolean): Show {
  return {
    name: (name) => (unmasked ? name : maskPersonName(name)),
    idNumber: (cipherText) =>
      unmasked ? cipher.decrypt(cipherText) : maskStoredIdNumber(cipherText, cipher),
  };
}
