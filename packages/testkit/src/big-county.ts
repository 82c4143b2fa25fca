import { addDays, addMonths } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { Measure } from "@rehab/domain/supervision/measure";
import { earlierCase } from "./builders/a-person.ts";
import type { SamplePerson } from "./builders/a-person.ts";
import { aCase } from "./builders/a-case.ts";
import type { CaseBuilder } from "./builders/a-case.ts";
import { routineTests, routineVisits } from "./builders/routine-contacts.ts";
import type { SampleCase } from "./builders/sample-case.ts";
import { inventedName } from "./invented-names.ts";
import { inventedIdentity, inventedPhone } from "./invented-numbers.ts";
import { inventedStations } from "./invented-places.ts";
import type { InventedStation } from "./invented-places.ts";
import { seededRandom } from "./random.ts";
import type { Random } from "./random.ts";

export interface BigCountyOptions {
  /** How many are registered on `today`. */
  readonly registered: number;
  /** How many have left the register in the years before; a quarter of the registered when left out. */
  readonly ended?: number;
  readonly today: PlainDate;
  readonly seed?: number;
}

export interface BigCounty {
  readonly code: string;
  readonly name: string;
  readonly stations: readonly InventedStation[];
  /** Everybody, one after the other, so that a county of any size fits into memory. */
  people(): Generator<SamplePerson>;
}

const peoplePerStation = 42;

/** How often each state stands on the register: some 95 of 100 count as controlled. */
const stateWeights = {
  active: 780,
  found: 20,
  resumed: 15,
  onLeave: 30,
  inReportPeriod: 20,
  reported: 15,
  suspended: 15,
  breachReferred: 5,
  inTransfer: 10,
  awaitingRelease: 40,
  notReported: 20,
  lostContact: 20,
  leaveOverdue: 10,
} as const;
type State = keyof typeof stateWeights;

const endWeights = { released: 70, terminated: 18, transferredOut: 9, died: 3 } as const;

/** States that say themselves when the order was received. */
const recent: ReadonlySet<State> = new Set(["inReportPeriod", "reported", "notReported", "awaitingRelease"]);

/** An invented county of any size with several years of facts; the same options give the same county. */
export function bigCounty(options: BigCountyOptions): BigCounty {
  const { registered, ended = Math.floor(registered / 4), today, seed = 1 } = options;
  const stations = inventedStations(seededRandom(seed), Math.ceil(registered / peoplePerStation));
  return {
    code: "999906",
    name: "大塘县",
    stations,
    *people() {
      const random = seededRandom(seed + 1);
      const total = registered + ended;
      for (let index = 0; index < total; index += 1) {
        // Ended cases stand between the present ones, as they do in a register that grew over years.
        const isEnded = Math.floor(((index + 1) * ended) / total) > Math.floor((index * ended) / total);
        const cases = isEnded ? [endedCase(random, today, index)] : presentCases(random, today, index);
        yield inventPerson(random, index, stations, cases);
      }
    },
  };
}

function inventPerson(
  random: Random,
  index: number,
  stations: readonly InventedStation[],
  cases: readonly SampleCase[],
): SamplePerson {
  const sex = random.chance(0.85) ? "male" : "female";
  const station = random.pick(stations);
  const townshipName = random.pick(station.townships);
  const village = `${random.pick([..."一二三四五六七八九"])}村`;
  const residence = `${townshipName}${village}${random.integer(1, 20)}组`;
  return {
    name: inventedName(random, sex),
    ...inventedIdentity(index, sex),
    phone: inventedPhone(index),
    ethnicity: random.weighted({ 汉族: 90, 苗族: 4, 土家族: 4, 回族: 2 }),
    registeredAddress: residence,
    residence,
    stationName: station.name,
    townshipName,
    village,
    caseworkerName: random.pick(station.staff).name,
    riskLevel: random.weighted({ low: 6, medium: 3, high: 1 }),
    cases,
  };
}

function presentCases(random: Random, today: PlainDate, index: number): SampleCase[] {
  const isReturning = random.chance(0.1);
  const measure: Measure = isReturning || random.chance(0.15) ? "community_rehab" : "community_detox";
  const state = random.weighted(stateWeights);
  const receivedOn = addDays(today, -random.integer(90, 1050));
  const orderNumber = orderNumberOf(measure, receivedOn, index);
  const start = aCase({ today, measure, orderNumber, ...(recent.has(state) ? {} : { receivedOn }) });
  const present = withContacts(random, start[state](), today);
  if (!isReturning) return [present];
  const before = earlierCase(present.receivedOn, orderNumberOf("community_detox", receivedOn, index, "前"));
  return [before, present];
}

function endedCase(random: Random, today: PlainDate, index: number): SampleCase {
  const end = random.weighted(endWeights);
  const endedOn = addDays(today, -random.integer(1, 1000));
  const measure: Measure = random.chance(0.2) ? "community_rehab" : "community_detox";
  const receivedOn =
    end === "released" ? addMonths(endedOn, -37) : addMonths(endedOn, -random.integer(6, 30));
  const start = aCase({ today, measure, receivedOn, orderNumber: orderNumberOf(measure, receivedOn, index) });
  return withContacts(random, end === "released" ? start.released() : start[end](endedOn), endedOn);
}

/** The case with the tests and visits of its time under supervision. */
function withContacts(random: Random, builder: CaseBuilder, until: PlainDate): SampleCase {
  const sample = builder.build();
  const reportedOn = sample.events.find(({ kind }) => kind === "reported")?.on;
  if (reportedOn === undefined) return sample;
  // Nobody meets those who are lost or in custody.
  const lastMet =
    sample.events.findLast(({ kind }) => kind === "lost_contact" || kind === "suspended")?.on ?? until;
  return builder
    .withTests(...routineTests(random, sample.measure, reportedOn, lastMet))
    .withVisits(...routineVisits(random, reportedOn, lastMet))
    .build();
}

function orderNumberOf(measure: Measure, on: PlainDate, index: number, mark = ""): string {
  const kind = measure === "community_detox" ? "社戒" : "社康";
  return `大公（禁）${kind}${mark}决字〔${on.slice(0, 4)}〕${index + 1}号`;
}
