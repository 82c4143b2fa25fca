import { daysBetween } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { TimelineEntry } from "@rehab/schema/enrollees";
import { and, eq, isNull } from "drizzle-orm";
import { systemActor } from "../../core/actor.ts";
import type { Actor } from "../../core/actor.ts";
import { dayOf } from "../../core/clock.ts";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { query } from "../../core/use-case.ts";
import type { Services } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { account } from "../../db/schema/account.ts";
import { caseEvent, drugTest, leave, visit } from "../../db/schema/case-facts.ts";
import { caseRecord, enrollee } from "../../db/schema/enrollee.ts";
import { loadPersonImports } from "../imports/person-imports.ts";
import type { PersonImport } from "../imports/person-imports.ts";
import {
  entriesOfCase,
  entriesOfImport,
  entriesOfLeave,
  entryOfEvent,
  entryOfTest,
  entryOfVisit,
} from "./timeline-entry.ts";
import type { TimelineDraft } from "./timeline-entry.ts";
import { followupsOf } from "./timeline-followups.ts";

interface Input {
  readonly id: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Page {
  rows: TimelineEntry[];
  nextCursor: string | null;
  total: { count: number; exact: boolean };
}

/**
 * All facts of one person, newest first, annulled ones included: when each happened, when and by whom it was
 * recorded, and from which file and row.
 */
export async function listTimeline(services: Services, actor: Actor, input: Input): Promise<Page> {
  await requireInSight(services, actor, input.id);
  const imports = await loadPersonImports(services, systemActor, { enrolleeId: input.id });
  return readTimeline(services, actor, { ...input, imports });
}

const requireInSight = query<string, void>(async ({ tx }, id) => {
  const [person] = await tx
    .select({ id: enrollee.id })
    .from(enrollee)
    .where(and(eq(enrollee.id, id), isNull(enrollee.annulledAt)));
  if (person === undefined) throw new ProblemError("not_found");
});

type Reading = Input & { readonly imports: readonly PersonImport[] };

const readTimeline = query<Reading, Page>(async ({ tx, actor }, { id, cursor, limit, imports }) => {
  const drafts = [...(await draftsOf(tx, id)), ...imports.flatMap(entriesOfImport)];
  const ordered = drafts.toSorted((a, b) => compare(b.happenedOn, a.happenedOn) || compare(b.id, a.id));
  const [afterDay, afterId] = decodeCursor(cursor, 2);
  const start =
    afterDay === undefined || afterId === undefined
      ? 0
      : ordered.findIndex(
          ({ happenedOn, id: entryId }) =>
            happenedOn < afterDay || (happenedOn === afterDay && entryId < afterId),
        );
  const page = start < 0 ? [] : ordered.slice(start, start + limit);
  const names = await recorderNames(tx);
  const sources = sourcesOf(imports, actor);
  const last = page.at(-1);
  return {
    rows: page.map((draft) => toEntry(draft, names, sources)),
    nextCursor:
      last !== undefined && start + limit < ordered.length ? encodeCursor([last.happenedOn, last.id]) : null,
    total: { count: ordered.length, exact: true },
  };
});

async function draftsOf(tx: ReadTx, id: string): Promise<TimelineDraft[]> {
  const cases = await tx.select().from(caseRecord).where(eq(caseRecord.enrolleeId, id));
  const events = await tx.select().from(caseEvent).where(eq(caseEvent.enrolleeId, id));
  const tests = await tx.select().from(drugTest).where(eq(drugTest.enrolleeId, id));
  const visits = await tx.select().from(visit).where(eq(visit.enrolleeId, id));
  const leaves = await tx.select().from(leave).where(eq(leave.enrolleeId, id));
  return [
    ...cases.flatMap(entriesOfCase),
    ...events.map(entryOfEvent),
    ...tests.map(entryOfTest),
    ...visits.map(entryOfVisit),
    ...leaves.flatMap(entriesOfLeave),
    ...(await followupsOf(tx, id)),
  ];
}

async function recorderNames(tx: ReadTx): Promise<Map<string, string>> {
  const rows = await tx.select({ id: account.id, name: account.displayName }).from(account);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * File and row of each imported fact. Names of files are the bureau's and may name other people: a station is told the
 * kind of paper and the day of its import instead.
 */
function sourcesOf(imports: readonly PersonImport[], { scope }: Actor): Map<string, string> {
  return new Map(
    imports.map(({ rowId, rowNumber, fileName, kindAndDay }) => [
      rowId,
      `${scope.kind === "county" ? fileName : kindAndDay} 第 ${rowNumber} 行`,
    ]),
  );
}

function toEntry(
  draft: TimelineDraft,
  names: ReadonlyMap<string, string>,
  sources: ReadonlyMap<string, string>,
): TimelineEntry {
  const { provenance, ...shown } = draft;
  const { recordedAt, recordedBy, importRowId, annulledAt, annulmentReason } = provenance;
  return {
    ...shown,
    recordedAt: recordedAt.toISOString(),
    recordedBy: recordedBy === null ? null : (names.get(recordedBy) ?? null),
    lagDays: Math.max(0, daysBetween(draft.happenedOn, dayOf(recordedAt))),
    source: importRowId === null ? null : (sources.get(importRowId) ?? null),
    annulled: annulledAt === null ? null : { at: annulledAt.toISOString(), reason: annulmentReason ?? "" },
  };
}

function compare(a: PlainDate | string, b: PlainDate | string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
