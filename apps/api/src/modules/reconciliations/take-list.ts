import { and, count, eq, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import type { Actor } from "../../core/actor.ts";
import { newId } from "../../core/ids.ts";
import { query, useCase } from "../../core/use-case.ts";
import type { QueryContext, Services, UseCaseContext } from "../../core/use-case.ts";
import { importBatch, importFile } from "../../db/schema/import.ts";
import { caseSpan } from "../../db/schema/projection.ts";
import { reconciliationLine } from "../../db/schema/reconciliation.ts";
import { lockImports } from "../imports/lock-imports.ts";
import { countVerdicts, findEarlier, planAgainstDatabase } from "../imports/plan-import.ts";
import type { Plan } from "../imports/plan/planned-row.ts";
import type { GivenFile } from "../imports/read-files.ts";
import { insertImportRows } from "../imports/store-rows.ts";
import { toSourceRows } from "../imports/to-source-rows.ts";
import { typedHandoffList } from "../imports/typed-list.ts";
import type { TypedHandoffRow } from "../imports/typed-list.ts";
import { onRegister, spanValues } from "../indicators/control-spans.ts";
import { warning, warningsOf } from "./list-warnings.ts";
import type { FoundWarning } from "./list-warnings.ts";
import { periodText } from "./period.ts";
import { readList } from "./read-list.ts";
import type { ReadList } from "./read-list.ts";
import { changeRow, savedAs, getOpenRow, getReconciliationRow } from "./reconciliation-row.ts";
import type { ReconciliationRow } from "./reconciliation-row.ts";

interface Held {
  readonly id: string;
  readonly version: number | undefined;
}

/** Takes the police's list as a file. Throws `file_unreadable` and `list_of_other_kind`, and then keeps what was there. */
export async function uploadList(
  services: Services,
  actor: Actor,
  { files, ...held }: Held & { readonly files: readonly GivenFile[] },
): Promise<void> {
  const row = await findRow(services, actor, held.id);
  const list = await readList(files, row.kind, services.clock.today());
  await storeList(services, actor, { ...held, list, source: "file", action: "reconciliations.upload" });
}

/** Takes the police's list as somebody typed it: it is read like the paper that it would be. */
export async function typeList(
  services: Services,
  actor: Actor,
  { rows, ...held }: Held & { readonly rows: readonly TypedHandoffRow[] },
): Promise<void> {
  const row = await findRow(services, actor, held.id);
  const title = `${services.county.name}衔接名单（${periodText(row)}，核对日期${row.checkedOn}）`;
  const file = await typedHandoffList(rows, { title });
  const list = await readList([file], row.kind, services.clock.today());
  await storeList(services, actor, { ...held, list, source: "typed", action: "reconciliations.type" });
}

const findRow = query<string, ReconciliationRow>(({ tx }, id) => getReconciliationRow(tx, id));

interface Taken extends Held {
  readonly list: ReadList;
  readonly source: "file" | "typed";
  readonly action: string;
}

/** Keeps the list as a batch of its own, planned like an import, in place of the one before. */
const storeList = useCase<Taken, void>("reconciliations.list", async (context, taken) => {
  const { tx, audit, cipher, county, now, actor } = context;
  await lockImports(tx);
  const row = await getOpenRow(context, taken);
  const batchId = newId();
  const { year, week, checkedOn } = row;
  const { sheet, form } = taken.list;
  const facts = { ...form.recognition.facts, year, checkedOn, ...(week === null ? {} : { week }) };
  const dated = { ...form, recognition: { ...form.recognition, facts } };
  const staged = toSourceRows(batchId, [{ ...sheet, form: dated }]);
  const rows = staged.rows;
  const earlier = await findEarlier(context, rows);
  const plan = await planAgainstDatabase(context, { files: staged.sources, rows, earlier });

  await dropList(context, row);
  await tx.insert(importBatch).values({
    id: batchId,
    countyCode: county.code,
    state: "planned",
    step: "核对完成",
    stepDone: rows.length,
    stepTotal: rows.length,
    createdAt: now,
    createdBy: actor.accountId,
    reconciliationId: row.id,
  });
  await insertImportRows(tx, { id: batchId, countyCode: county.code, files: staged.files, plan }, cipher);
  const found = [
    ...warningsOf(form, { period: row, checkedOn, countyName: county.name }),
    ...(await sameListWarnings(context, row, sheet.digest, plan)),
    ...(row.kind === "monthly" ? await shortRegisterWarnings(context, row, rows.length) : []),
  ];
  const warnings = found.map((each) => ({ ...each, answer: null }));
  await changeRow(tx, row, { batchId, source: taken.source, warnings });
  audit({
    action: taken.action,
    subjectType: "reconciliation",
    subjectId: row.id,
    saved: savedAs(row),
    change: {
      rows: rows.length,
      verdicts: countVerdicts(plan.rows),
      warnings: found.map(({ code }) => code),
    },
  });
});

/** A list that is replaced stays as a trace; what was decided about its rows goes with it. */
async function dropList({ tx, now, actor }: UseCaseContext, row: ReconciliationRow): Promise<void> {
  await tx.delete(reconciliationLine).where(eq(reconciliationLine.reconciliationId, row.id));
  if (row.batchId === null) return;
  await tx
    .update(importBatch)
    .set({ state: "undone", undoneAt: now, undoneBy: actor.accountId, undoReason: "名单已更换" })
    .where(eq(importBatch.id, row.batchId));
}

/** The same file, or a list of which every order came with another check. */
async function sameListWarnings(
  { tx }: QueryContext,
  row: ReconciliationRow,
  digest: Buffer,
  plan: Plan,
): Promise<FoundWarning[]> {
  const [same] = await tx
    .select({ at: importBatch.createdAt })
    .from(importFile)
    .innerJoin(importBatch, eq(importBatch.id, importFile.batchId))
    .where(
      and(
        eq(importFile.digest, digest),
        isNotNull(importFile.kind),
        inArray(importBatch.state, ["planned", "applied"]),
        or(isNull(importBatch.reconciliationId), ne(importBatch.reconciliationId, row.id)),
      ),
    )
    .limit(1);
  if (same !== undefined) return [warning("same_list", "内容与以前的一份文件完全相同")];
  const isKnown = plan.rows.every(({ issues }) => issues.some(({ code }) => code === "already_handed_off"));
  if (row.kind === "monthly" || plan.rows.length === 0 || !isKnown) return [];
  return [warning("same_list", `${plan.rows.length}行全部已在别的名单中移交`)];
}

/** A register of the police that has less than half of the people on ours is hardly the whole one. */
async function shortRegisterWarnings(
  context: QueryContext,
  row: ReconciliationRow,
  rows: number,
): Promise<FoundWarning[]> {
  const [ours] = await context.tx
    .select({ people: count() })
    .from(caseSpan)
    .where(onRegister(spanValues(context, row.checkedOn)));
  const people = ours?.people ?? 0;
  return rows * 2 < people ? [warning("fewer_rows", `我方在册${people}人，名单只有${rows}行`)] : [];
}
