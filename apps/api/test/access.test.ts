import { endpoints } from "@rehab/schema/endpoints";
import { newId } from "../src/core/ids.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAppWorld } from "./app-world.ts";
import type { AppWorld, Caller } from "./app-world.ts";

const everyone: readonly Caller[] = [
  "anonymous",
  "caseworkerA",
  "caseworkerB",
  "supervisor",
  "admin",
  "adminSupervisor",
];
const signedIn: readonly Caller[] = everyone.slice(1);
const withCases: readonly Caller[] = ["caseworkerA", "caseworkerB", "supervisor", "adminSupervisor"];
const stationStaff: readonly Caller[] = ["caseworkerA", "caseworkerB"];
const bureau: readonly Caller[] = ["supervisor", "adminSupervisor"];
const admins: readonly Caller[] = ["admin", "adminSupervisor"];

/** Who may call what, written down apart from the rules that are under test. */
const allowed: Readonly<Record<string, readonly Caller[]>> = {
  "session.system": everyone,
  "session.start": everyone,
  "session.current": signedIn,
  "session.end": signedIn,
  "session.endEverywhere": signedIn,
  "session.changePassword": signedIn,
  "session.setClock": admins,
  "accounts.list": admins,
  "accounts.create": admins,
  "accounts.update": admins,
  "accounts.resetPassword": admins,
  "stations.list": signedIn,
  "staff.list": signedIn,
  "enrollees.list": withCases,
  "enrollees.search": withCases,
  "enrollees.get": withCases,
  "enrollees.timeline": withCases,
  "enrollees.reveal": withCases,
  "enrollees.addFormerName": stationStaff,
  "enrollees.accessLog": withCases,
  "enrollees.export": withCases,
  "no-shows.list": withCases,
  "no-shows.get": withCases,
  "no-shows.recordAttempt": stationStaff,
  "no-shows.issueDocument": stationStaff,
  "no-shows.recordService": stationStaff,
  "no-shows.recordCustody": stationStaff,
  "no-shows.endCustody": stationStaff,
  "no-shows.annul": stationStaff,
  "no-shows.proposeReferral": stationStaff,
  "no-shows.recordReferralReceipt": stationStaff,
  "no-shows.recordAnswer": stationStaff,
  "no-shows.document": withCases,
  "no-shows.referralLetter": withCases,
  "breaches.list": withCases,
  "breaches.get": withCases,
  "breaches.recordBreach": stationStaff,
  "breaches.issueDocument": stationStaff,
  "breaches.recordService": stationStaff,
  "breaches.annul": stationStaff,
  "breaches.proposeReferral": stationStaff,
  "breaches.recordReferralReceipt": stationStaff,
  "breaches.recordAnswer": stationStaff,
  "breaches.document": withCases,
  "breaches.referralLetter": withCases,
  "case-states.get": withCases,
  "case-states.record": stationStaff,
  "case-states.search": stationStaff,
  "case-states.recordPaper": stationStaff,
  "case-states.recordService": stationStaff,
  "case-states.annul": stationStaff,
  "case-states.proposeRelease": stationStaff,
  "case-states.proposeTermination": stationStaff,
  "case-states.proposeEndAnnulment": stationStaff,
  "case-states.document": withCases,
  "case-states.listEnds": withCases,
  "approvals.list": withCases,
  "approvals.decide": bureau,
  "approvals.withdraw": stationStaff,
  "handoffs.list": withCases,
  "handoffs.counts": withCases,
  "handoffs.loads": withCases,
  "handoffs.get": withCases,
  "handoffs.update": withCases,
  "handoffs.reassign": bureau,
  "handoffs.acknowledge": stationStaff,
  "handoffs.returnToBureau": stationStaff,
  "handoffs.returnToPolice": bureau,
  "handoffs.checkIdentity": withCases,
  "handoffs.completeIdentity": withCases,
  "handoffs.assignCaseworker": withCases,
  "intake.reportIn": stationStaff,
  "intake.giveNotice": stationStaff,
  "intake.signAgreement": stationStaff,
  "intake.formTeam": stationStaff,
  "intake.makePlan": stationStaff,
  "intake.addMember": stationStaff,
  "intake.endMember": stationStaff,
  "intake.annul": stationStaff,
  "indicators.controlRate": withCases,
  "indicators.controlRatePeople": withCases,
  "indicators.controlRateTrend": withCases,
  "county-records.year": bureau,
  "county-records.listFacts": bureau,
  "county-records.listWindows": bureau,
  "county-records.listExpenses": bureau,
  "law.list": signedIn,
  "law.people": signedIn,
  "law.preview": admins,
  "law.addVersion": admins,
  "law.annulVersion": admins,
  "imports.upload": bureau,
  "imports.list": bureau,
  "imports.get": bureau,
  "imports.rows": bureau,
  "imports.decide": bureau,
  "imports.apply": bureau,
  "imports.undo": bureau,
  "imports.rejected": bureau,
  "new-handoff.findPerson": bureau,
  "new-handoff.create": bureau,
  "transfers.list": withCases,
  "transfers.ofPerson": withCases,
  "transfers.request": stationStaff,
  "transfers.send": withCases,
  "transfers.recordReceipt": withCases,
  "transfers.acknowledge": stationStaff,
  "transfers.returnToSender": stationStaff,
  "transfers.cancel": withCases,
  "transfers.letter": withCases,
  "transfers.export": withCases,
  "tests.dayList": stationStaff,
  "tests.recordDay": stationStaff,
  "tests.sessions": withCases,
  "tests.annulDay": stationStaff,
  "tests.addPhoto": stationStaff,
  "tests.photo": withCases,
  "tests.waiting": withCases,
  "tests.get": withCases,
  "tests.record": stationStaff,
  "tests.recordStep": stationStaff,
  "tests.review": withCases,
  "tests.proposeReport": stationStaff,
  "tests.reportLetter": withCases,
  "tests.annul": stationStaff,
  "tests.delegate": stationStaff,
  "tests.updateDelegation": stationStaff,
  "tests.delegationLetter": withCases,
  "tests.sheet": withCases,
  "test-draws.list": withCases,
  "test-draws.get": withCases,
  "test-draws.create": withCases,
  "reconciliations.year": bureau,
  "reconciliations.open": bureau,
  "reconciliations.get": bureau,
  "reconciliations.upload": bureau,
  "reconciliations.type": bureau,
  "reconciliations.answer": bureau,
  "reconciliations.decide": bureau,
  "reconciliations.finish": bureau,
  "reconciliations.cancel": bureau,
  "reconciliations.print": bureau,
  "reconciliations.sheet": bureau,
  "visits.ofPerson": withCases,
  "visits.record": stationStaff,
  "visits.document": withCases,
  "visits.recordHelp": stationStaff,
  "visits.settleHelp": stationStaff,
  "visits.addGoal": stationStaff,
  "visits.closeGoal": stationStaff,
  "visits.annul": stationStaff,
  "leaves.list": withCases,
  "leaves.ofPerson": withCases,
  "leaves.report": stationStaff,
  "leaves.recordAbsence": stationStaff,
  "leaves.document": withCases,
  "leaves.decide": bureau,
  "leaves.extend": stationStaff,
  "leaves.checkReturn": stationStaff,
  "leaves.cancel": stationStaff,
  "leaves.annul": stationStaff,
  "workbench.counts": withCases,
  "workbench.list": withCases,
  "workbench.snooze": stationStaff,
  "workbench.wake": stationStaff,
  "workbench.sheet": withCases,
  "audit.list": admins,
};

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

const urlOf = (path: string): string =>
  `/api/v1${path.replace("{year}", "2021").replaceAll(/\{\w+\}/gu, newId())}`;

describe("access by role", () => {
  it("is written down for every endpoint", () => {
    expect(Object.keys(allowed).sort()).toEqual(endpoints.map(({ name }) => name).sort());
  });

  const walks = endpoints
    .filter(({ name }) => !name.startsWith("session.end"))
    .flatMap((endpoint) => everyone.map((caller) => ({ endpoint, caller, name: endpoint.name })));

  it.each(walks)("$name as $caller", async ({ endpoint, caller, name }) => {
    const answer = await world.call(caller, { method: endpoint.method, url: urlOf(endpoint.path) });
    const code = answer.body === "" ? undefined : (answer.json<{ code?: string }>().code ?? undefined);
    const refusals = ["not_signed_in", "forbidden", "csrf_token_invalid", "unexpected"];
    const outcome = code !== undefined && refusals.includes(code) ? code : "let through";
    const refusal = caller === "anonymous" ? "not_signed_in" : "forbidden";
    expect(outcome).toBe(allowed[name]?.includes(caller) === true ? "let through" : refusal);
  });
});

describe("access by station", () => {
  const childAddresses = ["", "/timeline", "/access-log"];

  it.each(childAddresses)("another station's file%s is not found", async (child) => {
    const url = `/api/v1/enrollees/${world.people.atB}${child}`;
    expect((await world.call("caseworkerA", { url })).statusCode).toBe(404);
    expect((await world.call("caseworkerB", { url })).statusCode).toBe(200);
    expect((await world.call("supervisor", { url })).statusCode).toBe(200);
  });

  it("reveals nobody when one of those asked for is another station's", async () => {
    const request = (ids: string[]) => ({
      method: "POST" as const,
      url: "/api/v1/enrollees/reveal",
      payload: { ids, fields: ["name"] },
    });
    const { atA, atB } = world.people;
    expect((await world.call("caseworkerA", request([atA, atB]))).statusCode).toBe(404);
    expect((await world.call("caseworkerA", request([atA]))).json()).toEqual({
      people: [{ id: atA, name: "曾小明" }],
    });
  });

  it.each([
    ["caseworkerA", 2],
    ["caseworkerB", 1],
    ["supervisor", 3],
  ] as const)(
    "%s sees %i people in the list, the search, the rate and its people",
    async (caller, people) => {
      const list = await world.call(caller, { url: "/api/v1/enrollees" });
      expect(list.json()).toMatchObject({ total: { count: people, exact: true } });
      expect(list.json<{ rows: unknown[] }>().rows).toHaveLength(people);
      const rate = await world.call(caller, { url: "/api/v1/indicators/control-rate" });
      expect(rate.json()).toMatchObject({ numerator: people, denominator: people });
      const behind = await world.call(caller, {
        url: "/api/v1/indicators/control-rate/people?group=registered",
      });
      expect(behind.json<{ rows: unknown[] }>().rows).toHaveLength(people);
      const other = await world.call(caller, { url: "/api/v1/enrollees?q=shan" });
      expect(other.json()).toMatchObject({ total: { count: caller === "caseworkerA" ? 0 : 1 } });
    },
  );

  it("does not widen a caseworker's list when another station is asked for", async () => {
    const url = `/api/v1/enrollees?stationId=${world.stations.b}`;
    expect((await world.call("caseworkerA", { url })).json()).toMatchObject({
      rows: [],
      total: { count: 0 },
    });
  });
});
