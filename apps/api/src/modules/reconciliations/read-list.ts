import type { ReconciliationKind } from "@rehab/domain/handoff/reconciliation-codes";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { ParsedForm } from "@rehab/spreadsheet/parse-form";
import { FORMS } from "@rehab/spreadsheet/forms/forms";
import { ProblemError } from "../../core/problem-error.ts";
import { kindLabelOf } from "../imports/kinds.ts";
import { readFiles } from "../imports/read-files.ts";
import type { GivenFile, ReadSheet } from "../imports/read-files.ts";

export type HandoffForm = Extract<ParsedForm, { kind: "handoff_list" }>;

export interface ReadList {
  readonly sheet: ReadSheet;
  readonly form: HandoffForm;
}

/** Header under which a whole register says how each measure stands. */
export const stateHeader = "人员状态";

/**
 * The one list in the given files. A whole register of the police is read as a list too.
 * Throws `file_unreadable` and `list_of_other_kind`.
 */
export async function readList(
  files: readonly GivenFile[],
  kind: ReconciliationKind,
  today: PlainDate,
): Promise<ReadList> {
  if (files.length > 1) {
    throw new ProblemError("list_of_other_kind", { detail: "一次只核对一份名单，请只选一个文件。" });
  }
  const sheets = await readFiles(files, today);
  const lists = sheets.flatMap((sheet) => {
    const form = asHandoffList(sheet.form, kind);
    return form === undefined ? [] : [{ sheet, form }];
  });
  const [list] = lists;
  if (list !== undefined && lists.length === 1) return list;
  if (lists.length > 1) {
    throw new ProblemError("list_of_other_kind", { detail: "文件里有几张名单，请只留要核对的那一张。" });
  }
  const [problem] = sheets.flatMap((sheet) => sheet.problem ?? []);
  if (problem !== undefined) throw new ProblemError("file_unreadable", { detail: problem });
  const [other] = sheets.flatMap(({ form }) => (form === null ? [] : [kindLabelOf(form.kind)]));
  throw new ProblemError("list_of_other_kind", {
    detail:
      other === undefined
        ? "文件里没有名单，请核对后重新选择。"
        : `这份文件是${other}，不是衔接名单，请核对后重新选择。`,
  });
}

function asHandoffList(form: ParsedForm | null, kind: ReconciliationKind): HandoffForm | undefined {
  if (form?.kind === "handoff_list") return form;
  if (form?.kind !== "register" || kind === "weekly") return undefined;
  const known = new Set<string>(FORMS.handoff_list.columns.map(({ field }) => field));
  const rows = form.rows.map(({ cells, extra, ...row }) => {
    const { state } = cells;
    return {
      ...row,
      cells: Object.fromEntries(Object.entries(cells).filter(([field]) => known.has(field))),
      extra:
        state === undefined
          ? extra
          : [...extra, { header: stateHeader, address: state.address, raw: state.raw }],
    };
  });
  const columns = form.recognition.columns.filter(({ field }) => known.has(field));
  return { kind: "handoff_list", recognition: { ...form.recognition, kind: "handoff_list", columns }, rows };
}
