import type { BodyOf } from "@rehab/schema/endpoint";
import type { DelegationStepBody } from "@rehab/schema/test-bodies";
import type { DelegationLetter, TestFile } from "@rehab/schema/test-views";
import type { testsEndpoints } from "@rehab/schema/tests";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import { staleVersion } from "../../core/stale-version.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { drugTest } from "../../db/schema/case-facts.ts";
import { station } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { testDelegation } from "../../db/schema/supervision.ts";
import { loadAccountNames } from "../matters/views.ts";
import { holds } from "../enrollees/annulment.ts";
import { factOf } from "../enrollees/present-case.ts";
import { answerAfterWrite, getMatter, lockMatter } from "../matters/matter.ts";
import { recording } from "../matters/recording.ts";
import type { DelegationRow, TestPerson } from "./load-test-people.ts";
import { fileActions } from "./possible-actions.ts";
import { obstacleTo } from "./record-test.ts";
import { delegationView } from "./test-file.ts";
import { testMatter } from "./test-matter.ts";

interface Input {
  readonly id: string;
  readonly body: BodyOf<typeof testsEndpoints.delegate>;
}

/** Asks another place to make a test. Nothing counts before its receipt has come. */
export const delegateTest = recording<TestPerson, TestFile, Input>(testMatter, {
  action: "delegate",
  subjectType: "testDelegation",
  known: ({ delegations }) => delegations,
  change: ({ body: { method, requestedOn } }) => ({ method, requestedOn }),
  write: async (context, person, { body }) => {
    const { tx, today, actor } = context;
    requireAtStation(actor, "create", "CaseFile", person.facts.stationId);
    const obstacle = fileActions(context, person).find(({ action }) => action === "delegate")?.reason;
    if (typeof obstacle === "string") throw new ProblemError("wrong_state", { detail: obstacle });
    refuseFutureDay(body.requestedOn, today, "/requestedOn");
    await tx.insert(testDelegation).values({ ...factOf(context, person.facts), ...body });
  },
});

interface UpdateInput {
  readonly id: string;
  readonly factId: string;
  readonly body: DelegationStepBody;
}

/** Records the acceptance, the receipt with the result, or the withdrawal of a delegation. */
export const updateDelegation = useCase<UpdateInput, TestFile>(
  "tests.updateDelegation",
  async (context, { id, factId, body }) => {
    const { tx, audit, actor } = context;
    const person = await lockMatter(context, testMatter, id);
    const row = person.delegations.find((each) => each.id === factId);
    if (row === undefined || !holds(row)) throw new ProblemError("not_found");
    requireAtStation(actor, "update", "CaseFile", row.stationId);
    const created = !isRecorded(row, body);
    if (created) {
      if (row.version !== body.version) throw await staleVersion(context, { ...row, subjectId: factId });
      if (row.receiptOn !== null) throw new ProblemError("wrong_state", { detail: "回执已经登记" });
      if (row.cancelledOn !== null) throw new ProblemError("wrong_state", { detail: "委托已经撤回" });
      const values = await valuesOf(context, person, row, body);
      await tx
        .update(testDelegation)
        .set({ ...values, version: row.version + 1 })
        .where(eq(testDelegation.id, factId));
    }
    audit({
      action: "tests.updateDelegation",
      subjectType: "testDelegation",
      subjectId: factId,
      ...(created && { saved: { id: factId, version: row.version + 1 } }),
      change: { enrolleeId: id, step: body.step, created },
    });
    return answerAfterWrite(context, testMatter, id);
  },
);

/** Whether this very step is on record, so that a resend changes nothing. */
function isRecorded(row: DelegationRow, body: DelegationStepBody): boolean {
  if (body.step === "receipt") return row.testId === body.testId;
  if (body.step === "cancel") return row.cancelledOn === body.cancelledOn && row.cancelReason === body.reason;
  return row.acceptedOn === body.acceptedOn && row.acceptedBy === body.acceptedBy;
}

async function valuesOf(
  context: UseCaseContext,
  person: TestPerson,
  row: DelegationRow,
  body: DelegationStepBody,
): Promise<Partial<DelegationRow>> {
  const { today } = context;
  switch (body.step) {
    case "accept": {
      const day = { pointer: "/acceptedOn", day: body.acceptedOn };
      refuseFutureDay(day.day, today, day.pointer);
      refuseEarlierDay(day, row.requestedOn, "受理日期不能早于委托日期");
      return { acceptedOn: body.acceptedOn, acceptedBy: body.acceptedBy };
    }
    case "cancel": {
      const day = { pointer: "/cancelledOn", day: body.cancelledOn };
      refuseFutureDay(day.day, today, day.pointer);
      refuseEarlierDay(day, row.requestedOn, "撤回日期不能早于委托日期");
      return { cancelledOn: body.cancelledOn, cancelReason: body.reason };
    }
    case "receipt":
      return recordReceipt(context, person, row, body);
  }
}

/** The receipt proves the test: only now there is one that counts. */
async function recordReceipt(
  context: UseCaseContext,
  person: TestPerson,
  row: DelegationRow,
  body: Extract<DelegationStepBody, { step: "receipt" }>,
): Promise<Partial<DelegationRow>> {
  const { tx, today } = context;
  const { testId, testedOn, result, receiptOn, receiptNumber, tester, secondTester } = body;
  refuseFutureDay(receiptOn, today, "/receiptOn");
  refuseEarlierDay({ pointer: "/testedOn", day: testedOn }, row.requestedOn, "检测日期不能早于委托日期");
  refuseEarlierDay({ pointer: "/receiptOn", day: receiptOn }, testedOn, "回执日期不能早于检测日期");
  if (tester === secondTester) {
    throw new ProblemError("invalid_input", {
      errors: [{ pointer: "/secondTester", detail: "检测人应为不同的两人" }],
    });
  }
  const test = { happenedOn: testedOn, method: row.method as TestFile["tests"][number]["method"], result };
  const obstacle = obstacleTo(context, person, test);
  if (obstacle !== undefined) throw new ProblemError("wrong_state", { detail: obstacle });
  await tx.insert(drugTest).values({
    ...factOf(context, person.facts),
    id: testId,
    delegationId: row.id,
    happenedOn: testedOn,
    method: row.method,
    result,
    place: row.toPlace,
    tester,
    secondTester,
  });
  return { testId, testedOn, result, receiptOn, receiptNumber };
}

/** What the letter to the other place says, with whole values: the file keeps that it was made. */
export const getDelegationLetter = useCase<{ id: string; factId: string }, DelegationLetter>(
  "tests.delegationLetter",
  async (context, { id, factId }) => {
    const { tx, audit, cipher, county } = context;
    const { delegations, facts } = await getMatter(context, testMatter, id);
    const row = delegations.find((each) => each.id === factId);
    const [person] = await tx
      .select({
        name: enrollee.name,
        sex: enrollee.sex,
        birthDate: enrollee.birthDate,
        idNumberCipher: enrollee.idNumberCipher,
        stationName: station.name,
      })
      .from(enrollee)
      .innerJoin(station, eq(station.id, enrollee.stationId))
      .where(eq(enrollee.id, id));
    if (row === undefined || person === undefined) throw new ProblemError("not_found");
    audit({
      action: "tests.delegationLetter",
      subjectType: "enrollee",
      subjectId: id,
      change: { delegationId: factId, fields: ["name", "idNumber"] },
    });
    return {
      delegation: delegationView(row, await loadAccountNames(tx)),
      enrolleeId: id,
      name: person.name,
      sex: person.sex as DelegationLetter["sex"],
      birthDate: person.birthDate,
      idNumber: person.idNumberCipher === null ? null : cipher.decrypt(person.idNumberCipher),
      measure: facts.history.measure,
      stationName: person.stationName,
      countyName: county.name,
    };
  },
);
