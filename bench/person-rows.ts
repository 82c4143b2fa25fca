import { sortKeyOf } from "@rehab/api/core/pinyin";
import type { Services } from "@rehab/api/core/use-case";
import type { tables } from "@rehab/api/db/client";
import type { CaseFacts } from "@rehab/api/modules/enrollees/case-facts";
import type { SupervisedCase } from "@rehab/api/modules/enrollees/supervision-facts";
import { projectionOf } from "@rehab/api/modules/enrollees/project-register";
import { idKey, lastFourKey, searchKeysOf } from "@rehab/api/modules/enrollees/search-keys";
import type { SamplePerson } from "@rehab/testkit/builders/a-person";
import { historyOf } from "@rehab/testkit/builders/sample-case";
import type { SampleCase } from "@rehab/testkit/builders/sample-case";
import { nextId } from "./next-id.ts";

type Row<T extends keyof typeof tables> = (typeof tables)[T]["$inferInsert"];

/** Everything that the database holds about some people. */
export interface PersonRows {
  readonly enrollee: Row<"enrollee">[];
  readonly enrolleeSearchKey: Row<"enrolleeSearchKey">[];
  readonly caseRecord: Row<"caseRecord">[];
  readonly caseEvent: Omit<Row<"caseEvent">, "details">[];
  readonly drugTest: Omit<Row<"drugTest">, "details">[];
  readonly visit: Omit<Row<"visit">, "details">[];
  readonly leave: Omit<Row<"leave">, "details">[];
  readonly caseSpan: Row<"caseSpan">[];
  readonly registerEntry: Row<"registerEntry">[];
  readonly duty: Row<"duty">[];
}

/** The ids of stations, townships and staff by what people's papers call them. */
export interface PlaceIds {
  readonly stations: ReadonlyMap<string, string>;
  readonly townships: ReadonlyMap<string, string>;
  /** By station and name: two stations can have staff of one name. */
  readonly staff: ReadonlyMap<string, string>;
}

export const staffKey = (stationName: string, name: string): string => `${stationName} ${name}`;

export function noRows(): PersonRows {
  return {
    enrollee: [],
    enrolleeSearchKey: [],
    caseRecord: [],
    caseEvent: [],
    drugTest: [],
    visit: [],
    leave: [],
    caseSpan: [],
    registerEntry: [],
    duty: [],
  };
}

/** Adds one person: facts as they are, search keys and projections as the application derives them. */
export function addPerson(
  rows: PersonRows,
  person: SamplePerson,
  places: PlaceIds,
  services: Services,
): void {
  const enrolleeId = nextId();
  const stationId = idOf(places.stations, person.stationName);
  const nameSort = sortKeyOf(person.name);
  const owner = { countyCode: services.county.code, stationId, enrolleeId };
  rows.enrollee.push(enrolleeRow(person, { ...owner, nameSort }, places, services));
  const orderNumbers = person.cases.map(({ orderNumber }) => orderNumber);
  for (const key of searchKeysOf({ ...person, orderNumbers }, services.cipher)) {
    rows.enrolleeSearchKey.push({ ...owner, ...key, nameSort });
  }
  const facts = person.cases.map((sample, index): SupervisedCase => ({
    ...addCase(rows, sample, index + 1, owner),
    ...nothingElse,
    riskLevel: person.riskLevel ?? undefined,
  }));
  const surroundings = { law: services.law, today: services.clock.today() };
  const { spans, entry, duties } = projectionOf(facts, nameSort, surroundings);
  rows.caseSpan.push(...spans);
  if (entry !== undefined) rows.registerEntry.push(entry);
  rows.duty.push(...duties);
}

/** What the papers of a measured county do not tell. */
const nothingElse = {
  documents: [],
  goals: [],
  delegations: [],
  breaches: [],
  openApprovals: [],
  snoozes: [],
} as const;

interface Owner {
  readonly countyCode: string;
  readonly stationId: string;
  readonly enrolleeId: string;
}

function enrolleeRow(
  person: SamplePerson,
  { countyCode, stationId, enrolleeId, nameSort }: Owner & { readonly nameSort: string },
  places: PlaceIds,
  { cipher }: Services,
): Row<"enrollee"> {
  const { name, idNumber, phone, sex, ethnicity, birthDate, village } = person;
  const { registeredAddress, residence, riskLevel } = person;
  return {
    id: enrolleeId,
    countyCode,
    stationId,
    townshipId: idOf(places.townships, person.townshipName),
    caseworkerId: idOf(places.staff, staffKey(person.stationName, person.caseworkerName)),
    idNumberCipher: cipher.encrypt(idNumber),
    idNumberHash: Buffer.from(idKey(idNumber, cipher), "hex"),
    idLastFourHash: Buffer.from(lastFourKey(idNumber.slice(-4), cipher), "hex"),
    phoneCipher: cipher.encrypt(phone),
    phoneHash: cipher.hash(`phone:${phone}`),
    name,
    nameSort,
    sex,
    ethnicity,
    birthDate,
    village,
    registeredAddress,
    residence,
    riskLevel,
  };
}

function addCase(rows: PersonRows, sample: SampleCase, sequence: number, owner: Owner): CaseFacts {
  const caseId = nextId();
  const record = {
    id: caseId,
    ...owner,
    sequence,
    measure: sample.measure,
    orderNumber: sample.orderNumber,
    orderOrgan: "大塘县公安局",
    orderedOn: sample.orderedOn,
    receivedOn: sample.receivedOn,
    handedOffOn: sample.handedOffOn,
    termMonths: sample.termMonths,
  } satisfies Row<"caseRecord">;
  rows.caseRecord.push(record);
  const ofCase = () => ({ id: nextId(), ...owner, caseId });
  for (const event of sample.events) {
    const ground = "ground" in event ? event.ground : null;
    rows.caseEvent.push({ ...ofCase(), kind: event.kind, happenedOn: event.on, ground });
  }
  for (const { on, method, result } of sample.tests) {
    rows.drugTest.push({ ...ofCase(), happenedOn: on, method, result, place: "中心站" });
  }
  for (const { on, method } of sample.visits) {
    rows.visit.push({ ...ofCase(), happenedOn: on, method, content: "思想稳定，生活正常" });
  }
  for (const { from, dueBack, returnedOn } of sample.leaves) {
    rows.leave.push({ ...ofCase(), leftOn: from, dueBackOn: dueBack, returnedOn: returnedOn ?? null });
  }
  const { tests, visits, leaves } = sample;
  return {
    ...owner,
    caseId,
    record: { ...emptyRecord, ...record },
    history: historyOf(sample),
    tests,
    visits,
    leaves,
  };
}

const emptyRecord = {
  orderNumber: null,
  orderOrgan: null,
  orderedOn: null,
  receivedOn: null,
  handedOffOn: null,
  deductedDays: 0,
  drug: null,
  policeStation: null,
  recordedAt: new Date(0),
  recordedBy: null,
  batchId: null,
  importRowId: null,
  annulledAt: null,
  annulledBy: null,
  annulmentReason: null,
};

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the county has no ${name}`);
  return id;
}
