import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { FormKind } from "@rehab/spreadsheet/forms/forms";
import { and, eq, isNotNull } from "drizzle-orm";
import { dayOf } from "../../core/clock.ts";
import { maskStoredPhone } from "../../core/mask.ts";
import { query } from "../../core/use-case.ts";
import { caseRecord } from "../../db/schema/enrollee.ts";
import { importBatch, importFile, importRow } from "../../db/schema/import.ts";
import { kindLabelOf } from "./kinds.ts";
import { fromStored, openPrevious } from "./write/previous-values.ts";
import type { PreviousValues } from "./write/previous-values.ts";

/** A row of a file that was carried out for a person. */
export interface PersonImport {
  readonly rowId: string;
  readonly rowNumber: number;
  readonly fileName: string;
  /** The kind of paper and the day on which it was imported: it names nobody, as the name of a file may. */
  readonly kindAndDay: string;
  readonly appliedAt: Date;
  readonly recordedBy: string | null;
  /** The day of hand-off or receipt that the row told, else that of the import. */
  readonly happenedOn: PlainDate;
  /** The contact details that stood on file before the row replaced them. */
  readonly replaced: readonly { readonly label: string; readonly value: string }[];
  readonly undone: { readonly at: Date; readonly reason: string } | null;
}

/**
 * The rows that were carried out for a person. The tables of imports are the bureau's: whoever asks for a station's
 * caseworker asks as the system, after the person was found in sight, and shows kind and day only.
 */
export const loadPersonImports = query<{ enrolleeId: string }, PersonImport[]>(
  async ({ tx, cipher }, { enrolleeId }) => {
    const rows = await tx
      .select({ row: importRow, fileName: importFile.name, batch: importBatch })
      .from(importRow)
      .innerJoin(importFile, eq(importFile.id, importRow.fileId))
      .innerJoin(importBatch, eq(importBatch.id, importRow.batchId))
      .where(and(eq(importRow.enrolleeId, enrolleeId), isNotNull(importRow.appliedAt)));
    const cases = await tx.select().from(caseRecord).where(eq(caseRecord.enrolleeId, enrolleeId));
    return rows.flatMap(({ row, fileName, batch }): PersonImport[] => {
      if (row.appliedAt === null) return [];
      const day = dayOf(row.appliedAt);
      const opened = cases.find(({ importRowId }) => importRowId === row.id);
      return [
        {
          rowId: row.id,
          rowNumber: row.rowNumber,
          fileName,
          kindAndDay: `${kindLabelOf(row.kind as FormKind)}（${day} 导入）`,
          appliedAt: row.appliedAt,
          recordedBy: batch.createdBy,
          happenedOn: opened?.handedOffOn ?? opened?.receivedOn ?? day,
          replaced: row.previousCipher === null ? [] : replacedIn(openPrevious(row.previousCipher, cipher)),
          undone: batch.undoneAt === null ? null : { at: batch.undoneAt, reason: batch.undoReason ?? "" },
        },
      ];
    });

    function replacedIn(previous: readonly PreviousValues[]): PersonImport["replaced"] {
      return previous
        .filter(({ table }) => table === "enrollee")
        .flatMap(({ columns: { residence, registeredAddress, phoneCipher } }) => [
          ...before("原现住址", residence),
          ...before("原户籍地址", registeredAddress),
          ...before("原联系电话", phoneCipher),
        ]);
    }

    function before(label: string, stored: PreviousValues["columns"][string] | undefined) {
      if (stored === undefined) return [];
      const value = fromStored(stored);
      const shown = Buffer.isBuffer(value) ? maskStoredPhone(value, cipher) : value;
      return [{ label, value: typeof shown === "string" ? shown : "没有登记" }];
    }
  },
);
