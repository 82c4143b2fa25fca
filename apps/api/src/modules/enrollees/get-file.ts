import { concernsNoShow } from "@rehab/domain/handoff/no-show";
import { maskPersonName } from "@rehab/domain/identity/person-name";
import { controlVerdictOn } from "@rehab/domain/indicators/control-reason";
import type { Law } from "@rehab/domain/law/law";
import { standingOn } from "@rehab/domain/supervision/case-history";
import { reportDeadlineOf, stateOn } from "@rehab/domain/supervision/case-state";
import { explainTerm } from "@rehab/domain/supervision/explain-term";
import { overlaysOn } from "@rehab/domain/supervision/overlays";
import { termFrom } from "@rehab/domain/supervision/term";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { CaseView, EnrolleeFile } from "@rehab/schema/enrollees";
import { and, eq, getTableColumns, isNull } from "drizzle-orm";
import type { ValueCipher } from "../../core/cipher.ts";
import { maskStoredIdNumber, maskStoredPhone } from "../../core/mask.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { prepared } from "../../db/prepared.ts";
import { staffMember, station, township } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { contactAttempt } from "../../db/schema/handoff.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { loadCaseFacts } from "./case-facts.ts";
import type { CaseFacts } from "./case-facts.ts";
import { deadlineView } from "../law/deadline-view.ts";
import { presentOf } from "./present-case.ts";
import { loadFormerNames } from "./former-names.ts";

/** Opens a person's file. That it was opened is part of the same transaction. */
export const getFile = useCase<{ id: string }, EnrolleeFile>(
  "enrollees.get",
  async ({ tx, audit, cipher, today, law }, { id }) => {
    const [[person], cases, [sought], formerNames] = await Promise.all([
      personById(tx, { id }),
      loadCaseFacts(tx, [id]),
      attemptOfPerson(tx, { id }),
      loadFormerNames(tx, [id]),
    ]);
    if (person === undefined) throw new ProblemError("not_found");
    const noShow = sought !== undefined || cases.some((facts) => concernsNoShow(facts, today, law));
    audit({ action: "enrollees.get", subjectType: "enrollee", subjectId: id });
    return {
      ...headerOf(person, cipher),
      noShow,
      maskedFormerNames: (formerNames.get(id) ?? []).map(maskPersonName),
      ...contentOf(person, cases, today, law),
    };
  },
);

const personById = prepared("person_by_id", (tx, { id }: { readonly id: string }) =>
  tx
    .select({
      ...getTableColumns(enrollee),
      townshipName: township.name,
      stationName: station.name,
      caseworkerName: staffMember.name,
      lastTestOn: registerEntry.lastTestOn,
      lastInPersonOn: registerEntry.lastInPersonOn,
      windowsDue: registerEntry.windowsDue,
      windowsDone: registerEntry.windowsDone,
    })
    .from(enrollee)
    .innerJoin(station, eq(station.id, enrollee.stationId))
    .leftJoin(township, eq(township.id, enrollee.townshipId))
    .leftJoin(staffMember, eq(staffMember.id, enrollee.caseworkerId))
    .leftJoin(registerEntry, eq(registerEntry.enrolleeId, enrollee.id))
    .where(and(eq(enrollee.id, id), isNull(enrollee.annulledAt))),
);

const attemptOfPerson = prepared("attempt_of_person", (tx, { id }: { readonly id: string }) =>
  tx.select({ id: contactAttempt.id }).from(contactAttempt).where(eq(contactAttempt.enrolleeId, id)).limit(1),
);

type Person = Awaited<ReturnType<typeof personById>>[number];

function headerOf(person: Person, cipher: ValueCipher) {
  return {
    id: person.id,
    version: person.version,
    maskedName: maskPersonName(person.name),
    maskedIdNumber: person.idNumberCipher === null ? null : maskStoredIdNumber(person.idNumberCipher, cipher),
    maskedPhone: person.phoneCipher === null ? null : maskStoredPhone(person.phoneCipher, cipher),
    provisional: person.provisional,
    sex: person.sex as EnrolleeFile["sex"],
    birthYear: person.birthDate === null ? null : Number(person.birthDate.slice(0, 4)),
    ethnicity: person.ethnicity,
    registeredAddress: person.registeredAddress,
    residence: person.residence,
    townshipName: person.townshipName,
    village: person.village,
    stationId: person.stationId,
    stationName: person.stationName,
    caseworkerName: person.caseworkerName,
    riskLevel: person.riskLevel as EnrolleeFile["riskLevel"],
  };
}

function contentOf(person: Person, cases: readonly CaseFacts[], today: PlainDate, law: Law) {
  const present = presentOf(cases, today);
  const overlays = present && overlaysOn(present, today);
  const sum = (count: (facts: CaseFacts) => number) =>
    cases.reduce((total, facts) => total + count(facts), 0);
  return {
    dualControlSince: overlays?.dualControlSince ?? null,
    maintenanceSince: overlays?.maintenanceSince ?? null,
    hospitalSince: overlays?.hospitalSince ?? null,
    cases: cases.map((facts) => caseViewOf(facts, today, law)).toReversed(),
    counts: {
      tests: sum(({ tests }) => tests.length),
      visits: sum(({ visits }) => visits.length),
      leaves: sum(({ leaves }) => leaves.length),
      windowsDue: person.windowsDue ?? 0,
      windowsDone: person.windowsDone ?? 0,
    },
    lastTestOn: person.lastTestOn,
    lastInPersonOn: person.lastInPersonOn,
  };
}

function caseViewOf(facts: CaseFacts, today: PlainDate, law: Law): CaseView {
  const { record, history } = facts;
  const standing = standingOn(history, today);
  const term = termFrom(history, standing, today, law);
  const verdict = controlVerdictOn(facts, today, law);
  const reportDeadline = reportDeadlineOf(history, standing, law);
  return {
    id: record.id,
    sequence: record.sequence,
    measure: record.measure as CaseView["measure"],
    state: stateOn(history, today, law)?.state ?? "ordered",
    orderNumber: record.orderNumber,
    orderOrgan: record.orderOrgan,
    orderedOn: record.orderedOn,
    receivedOn: record.receivedOn,
    handedOffOn: record.handedOffOn,
    reportDueOn: reportDeadline?.date ?? null,
    reportedOn: standing.reportedOn ?? null,
    agreementSignedOn: standing.agreementSignedOn ?? null,
    endedOn: standing.ended?.on ?? null,
    termYears: record.termMonths / 12,
    term: term === undefined ? null : term,
    reportDeadline: deadlineView(reportDeadline),
    termDeadline: deadlineView(explainTerm(history, today, law)),
    drug: record.drug,
    policeStation: record.policeStation,
    controlled: verdict.registered ? verdict.controlled : null,
    controlReason: verdict.registered ? verdict.reason : null,
  };
}
