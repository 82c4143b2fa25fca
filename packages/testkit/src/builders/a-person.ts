import type { IdNumber, IdSex } from "@rehab/domain/identity/id-number";
import type { RiskLevel } from "@rehab/domain/supervision/risk-level";
import { addDays, addMonths } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { inventedIdentity, inventedPhone } from "../invented-numbers.ts";
import { aCase } from "./a-case.ts";
import type { SampleCase } from "./sample-case.ts";

/** One invented person with everything that a file holds; places and staff are named, as on paper. */
export interface SamplePerson {
  readonly name: string;
  readonly sex: IdSex;
  readonly birthDate: PlainDate;
  readonly idNumber: IdNumber;
  readonly phone: string;
  readonly ethnicity: string;
  readonly registeredAddress: string;
  readonly residence: string;
  readonly stationName: string;
  readonly townshipName: string;
  readonly village: string;
  readonly caseworkerName: string;
  readonly riskLevel: RiskLevel;
  /** The earliest first. */
  readonly cases: readonly SampleCase[];
}

/** An invented person with one active case; what matters to a test is given, the rest fits. */
export function aPerson(given: Partial<SamplePerson> = {}): SamplePerson {
  return {
    name: "曾小明",
    ...inventedIdentity(0, "male"),
    phone: inventedPhone(0),
    ethnicity: "汉族",
    registeredAddress: "测试县东塘镇一村1组",
    residence: "测试县东塘镇一村1组",
    stationName: "东塘镇中心站",
    townshipName: "东塘镇",
    village: "一村",
    caseworkerName: "李明",
    riskLevel: "medium",
    cases: [aCase().active().build()],
    ...given,
  };
}

/**
 * The case before a person's present one: 社区戒毒 that ended in 强制隔离戒毒, before the present order was
 * received on `returnedOn`.
 */
export function earlierCase(returnedOn: PlainDate, orderNumber: string): SampleCase {
  const isolatedOn = addDays(addMonths(returnedOn, -24), -10);
  const receivedOn = addMonths(isolatedOn, -9);
  return aCase({ today: returnedOn, receivedOn, orderNumber }).terminated(isolatedOn).build();
}
