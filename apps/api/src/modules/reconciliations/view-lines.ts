import { totalsOf } from "@rehab/domain/handoff/line-decision";
import type { PersonSide } from "@rehab/domain/handoff/reconcile";
import type { LineDecision, LineFinding, MatchKey } from "@rehab/domain/handoff/reconciliation-codes";
import { maskIdNumber } from "@rehab/domain/identity/id-number";
import { maskPersonName } from "@rehab/domain/identity/person-name";
import { maskPhone } from "@rehab/domain/identity/phone";
import type { LineView, Reconciliation } from "@rehab/schema/reconciliations";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { ValueCipher } from "../../core/cipher.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { reconciliationLine } from "../../db/schema/reconciliation.ts";
import { accountNames, systemName } from "../imports/batch-view.ts";
import { findCandidates } from "../imports/row-view.ts";
import type { Candidate } from "../imports/row-view.ts";
import { compareList } from "./compare-list.ts";
import type { OpenLine, StoredChoice } from "./compare-list.ts";
import type { ReconciliationRow } from "./reconciliation-row.ts";
import { openLine, toSealed } from "./sealed-line.ts";
import type { SealedLine } from "./sealed-line.ts";

/** Whom a reader may see whole: nobody, those about whom something must be decided, or everybody on a sheet. */
export type Showing = "doubtful" | "all";

interface Line {
  readonly id: string;
  readonly finding: LineFinding;
  readonly matchedBy: MatchKey | null;
  readonly enrolleeId: string | null;
  readonly sealed: SealedLine;
  readonly differences: LineView["differences"];
  readonly allowed: readonly LineDecision[];
  readonly plain: LineDecision | null;
  readonly choice: {
    readonly decision: LineDecision;
    readonly reason: string | null;
    readonly decidedBy: string | null;
    readonly decidedAt: Date;
  } | null;
  readonly isOpen: boolean;
}

export interface ViewedLines {
  readonly lines: LineView[];
  readonly totals: Reconciliation["totals"];
  /** Lines that were shown unmasked. */
  readonly shown: readonly string[];
}

/** The lines of a comparison as the screen or the sheet shows them. */
export async function viewLines(
  context: QueryContext,
  row: ReconciliationRow,
  showing: Showing,
): Promise<ViewedLines> {
  const { tx, cipher } = context;
  const lines =
    row.state === "open"
      ? (await compareList(context, row)).lines.map(fromOpen)
      : await loadStored(context, row);
  const ids = [...new Set(lines.flatMap(({ sealed }) => sealed.candidateIds))];
  const candidates = await findCandidates(tx, ids, cipher);
  const names = await accountNames(tx);
  const isShown = (line: Line) => showing === "all" || (line.isOpen && line.plain === null);
  return {
    lines: lines.map((line) => viewLine(line, isShown(line), candidates, names)),
    totals: countLines(lines),
    shown: lines.filter(isShown).map(({ id }) => id),
  };
}

function viewLine(
  line: Line,
  isShown: boolean,
  candidates: ReadonlyMap<string, Candidate>,
  names: ReadonlyMap<string, string>,
): LineView {
  const { id, finding, matchedBy, sealed, enrolleeId, choice } = line;
  const { theirs, ours, rowNumber, issues, effect } = sealed;
  const show = (side: PersonSide) => (isShown ? side : masked(side));
  return {
    id,
    finding,
    matchedBy,
    theirs: theirs === null ? null : show(theirs),
    rowNumber,
    ours:
      ours === null || enrolleeId === null
        ? null
        : { enrolleeId, side: show(ours.side), stationName: ours.stationName, state: ours.state },
    differences: line.differences,
    issues: [...issues],
    candidates: sealed.candidateIds.flatMap((candidate) => candidates.get(candidate) ?? []),
    effect,
    allowed: [...line.allowed],
    plain: line.plain,
    decision:
      choice === null
        ? null
        : {
            decision: choice.decision,
            reason: choice.reason,
            decidedBy: names.get(choice.decidedBy ?? "") ?? systemName,
            decidedAt: choice.decidedAt.toISOString(),
          },
  };
}

function masked(side: PersonSide): PersonSide {
  const hide = (text: string | null, mask: (text: string) => string) => (text === null ? null : mask(text));
  return {
    ...side,
    name: hide(side.name, maskPersonName),
    idNumber: hide(side.idNumber, maskIdNumber),
    phone: hide(side.phone, maskPhone),
  };
}

function fromOpen(line: OpenLine): Line {
  const { id, finding, matchedBy, ours, differences, allowed, plain, choice, refusals } = line;
  return {
    id,
    finding,
    matchedBy,
    enrolleeId: ours?.enrolleeId ?? null,
    sealed: toSealed(line, null),
    differences: differences.map((field) => ({
      field,
      refusal: refusals.get(field) ?? null,
      takeTheirs: choice === null ? null : choice.takeTheirs.includes(field),
    })),
    allowed,
    plain,
    choice,
    isOpen: true,
  };
}

/** What a finished comparison kept; a dropped one kept nothing. */
async function loadStored({ tx, cipher }: QueryContext, row: ReconciliationRow): Promise<Line[]> {
  const stored = await tx
    .select()
    .from(reconciliationLine)
    .where(and(eq(reconciliationLine.reconciliationId, row.id), isNotNull(reconciliationLine.sidesCipher)))
    .orderBy(asc(reconciliationLine.position));
  return stored.flatMap((line) =>
    line.sidesCipher === null ? [] : fromStored(line, line.sidesCipher, cipher),
  );
}

function fromStored(line: typeof reconciliationLine.$inferSelect, sides: Buffer, cipher: ValueCipher): Line {
  const differences = line.differences as StoredChoice[];
  const { decision, decidedAt, decidedBy, reason } = line;
  return {
    id: line.importRowId ?? line.caseId ?? line.id,
    finding: line.finding as LineFinding,
    matchedBy: line.matchedBy as MatchKey | null,
    enrolleeId: line.enrolleeId,
    sealed: openLine(sides, cipher),
    differences: differences.map(({ field, takeTheirs }) => ({ field, refusal: null, takeTheirs })),
    allowed: [],
    plain: null,
    choice:
      decision === null || decidedAt === null
        ? null
        : { decision: decision as LineDecision, reason, decidedBy, decidedAt },
    isOpen: false,
  };
}

function countLines(lines: readonly Line[]): Reconciliation["totals"] {
  const totals = totalsOf(
    lines.map(({ finding, sealed, choice }) => ({
      finding,
      isListed: sealed.theirs !== null,
      isOurs: sealed.ours !== null,
      isDecided: choice !== null,
    })),
  );
  const listedOf = (measure: string) =>
    lines.filter(({ sealed }) => sealed.theirs?.measure === measure).length;
  return {
    ...totals,
    listedDetox: listedOf("community_detox"),
    listedRehab: listedOf("community_rehab"),
  };
}
