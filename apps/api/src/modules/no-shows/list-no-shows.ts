import { needsService } from "@rehab/domain/handoff/document-service";
import { noShowPacket } from "@rehab/domain/handoff/no-show";
import { maskPersonName } from "@rehab/domain/identity/person-name";
import type { NoShowRow, noShowsEndpoints } from "@rehab/schema/no-shows";
import type { QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import { and, asc, eq, exists, inArray, isNull, notExists, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { query } from "../../core/use-case.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { approval, caseDocument, serviceReceipt } from "../../db/schema/handoff.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { selectRegisterLines } from "../enrollees/register-row.ts";
import type { RegisterLine } from "../enrollees/register-row.ts";
import { holds } from "../enrollees/annulment.ts";
import { openProposalAmong, unservedCount } from "../matters/rows.ts";
import { loadNoShows, noShowPapers } from "./load-no-shows.ts";
import type { NoShowRecord } from "./load-no-shows.ts";

type Input = QueryOf<typeof noShowsEndpoints.list>;
type Page = ResponseOf<typeof noShowsEndpoints.list>;

const one = { one: sql`1` };
const servedKinds = noShowPapers.filter(needsService);
/** Somebody without a known deadline stands first. */
const dueOn = sql`coalesce(${registerEntry.reportDueOn}, date '0001-01-01')`;

/** Everybody who did not report in time, longest overdue first; rows and count by the same conditions. */
export const listNoShows = query<Input, Page>(async (context, input) => {
  const { tx } = context;
  const conditions = conditionsOf(context, input);
  const [afterDue, afterId] = decodeCursor(input.cursor, 2);
  const beyond =
    afterDue === undefined
      ? undefined
      : sql`(${dueOn}, ${registerEntry.enrolleeId}) > (${afterDue}::date, ${afterId}::uuid)`;
  const lines = await selectRegisterLines(tx)
    .where(and(conditions, beyond))
    .orderBy(asc(dueOn), asc(registerEntry.enrolleeId))
    .limit(input.limit + 1);
  const [total] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(registerEntry)
    .where(conditions);
  const page = lines.slice(0, input.limit);
  const records = await loadNoShows(
    context,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return {
    rows: page.flatMap((line) => {
      const record = records.get(line.id);
      return record === undefined ? [] : [rowOf(line, record, context)];
    }),
    nextCursor:
      lines.length > input.limit && last !== undefined
        ? encodeCursor([last.reportDueOn ?? "0001-01-01", last.id])
        : null,
    total: { count: total?.count ?? 0, exact: true },
  };
});

function conditionsOf(context: QueryContext, { step, stationId }: Input): SQL | undefined {
  const { actor, county } = context;
  const states = step === "not_referred" ? ["overdue_report"] : ["overdue_report", "no_show_referred"];
  return and(
    eq(registerEntry.countyCode, county.code),
    eq(registerEntry.registered, true),
    actor.scope.kind === "station" ? eq(registerEntry.stationId, actor.scope.stationId) : undefined,
    stationId === undefined ? undefined : eq(registerEntry.stationId, stationId),
    step === "referred" || step === "receipt_open"
      ? eq(registerEntry.state, "no_show_referred")
      : inArray(registerEntry.state, states),
    stepConditions(context, step),
  );
}

function stepConditions(context: QueryContext, step: Input["step"]): SQL | undefined {
  if (step === "unserved") return hasUnserved(context);
  if (step === "receipt_open") return hasNoReferralReceipt(context);
  if (step !== "proposed") return undefined;
  return exists(
    context.tx
      .select(one)
      .from(approval)
      .where(
        and(
          eq(approval.caseId, registerEntry.caseId),
          eq(approval.kind, "no_show_referral"),
          eq(approval.state, "open"),
        ),
      ),
  );
}

/** `unservedCount` of the matter's papers, asked of the database. */
function hasUnserved({ tx }: QueryContext): SQL {
  const receipt = tx
    .select(one)
    .from(serviceReceipt)
    .where(and(eq(serviceReceipt.documentId, caseDocument.id), isNull(serviceReceipt.annulledAt)));
  return exists(
    tx
      .select(one)
      .from(caseDocument)
      .where(
        and(
          eq(caseDocument.caseId, registerEntry.caseId),
          isNull(caseDocument.annulledAt),
          inArray(caseDocument.kind, servedKinds),
          notExists(receipt),
        ),
      ),
  );
}

/** `referralClosed` of the packet, asked of the database. */
function hasNoReferralReceipt({ tx }: QueryContext): SQL {
  const lastReferral = sql`(select max(${caseEvent.happenedOn}) from ${caseEvent}
    where ${caseEvent.caseId} = ${registerEntry.caseId} and ${caseEvent.kind} = 'no_show_referred'
      and ${caseEvent.annulledAt} is null)`;
  return notExists(
    tx
      .select(one)
      .from(caseDocument)
      .where(
        and(
          eq(caseDocument.caseId, registerEntry.caseId),
          isNull(caseDocument.annulledAt),
          eq(caseDocument.kind, "referral_receipt"),
          sql`${caseDocument.issuedOn} >= ${lastReferral}`,
        ),
      ),
  );
}

function rowOf(line: RegisterLine, record: NoShowRecord, { today, law }: QueryContext): NoShowRow {
  const packet = noShowPacket(record.facts, today, law);
  const attempts = record.attempts.filter(holds);
  const last = attempts.at(-1);
  return {
    id: line.id,
    maskedName: maskPersonName(line.name),
    measure: line.measure as NoShowRow["measure"],
    state: line.state as NoShowRow["state"],
    stationName: line.stationName,
    townshipName: line.townshipName,
    caseworkerName: line.caseworkerName,
    reportDueOn: line.reportDueOn,
    daysOver: packet.daysOver,
    attempts: attempts.length,
    lastAttempt:
      last === undefined
        ? null
        : {
            on: last.happenedOn,
            method: last.method as NonNullable<NoShowRow["lastAttempt"]>["method"],
            outcome: last.outcome as NonNullable<NoShowRow["lastAttempt"]>["outcome"],
            promisedOn: last.promisedOn,
          },
    missing: packet.items.filter(({ present }) => !present).map(({ code }) => code),
    unserved: unservedCount(record.facts.documents),
    proposed: openProposalAmong(record.approvals) !== undefined,
    referredOn: packet.state === "no_show_referred" ? (packet.referredOn ?? null) : null,
    referralClosed: packet.referralClosed,
  };
}
