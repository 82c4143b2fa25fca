import type { Services } from "@rehab/api/core/use-case";
import { tables } from "@rehab/api/db/client";

/** One kind of request, and the addresses by which it is made in turn. */
export interface MeasuredRequest {
  readonly name: string;
  readonly paths: readonly string[];
}

const people = 24;

/** What people ask for all day: a file, the register, a search by name, the control rate, a station's workbench with its queues. */
export async function measuredRequests({ db, county }: Services): Promise<MeasuredRequest[]> {
  const scope = { countyCode: county.code, people: { kind: "county" as const } };
  const enrollees = await db.read(scope, (tx) =>
    tx.select({ id: tables.enrollee.id, name: tables.enrollee.name }).from(tables.enrollee),
  );
  const [station] = await db.read(scope, (tx) =>
    tx.select({ id: tables.station.id }).from(tables.station).limit(1),
  );
  const sample = everyNth(enrollees);
  // In a big county more people share a name: an answer of one line is compared with an answer of one line.
  const namedAlone = everyNth(
    [...Map.groupBy(enrollees, ({ name }) => name).values()].flatMap((namesakes) =>
      namesakes.length === 1 ? namesakes : [],
    ),
  );
  return [
    { name: "a person's file", paths: sample.map(({ id }) => `/api/v1/enrollees/${id}`) },
    { name: "register, first page", paths: ["/api/v1/enrollees"] },
    {
      name: "search by name",
      paths: namedAlone.map(({ name }) => `/api/v1/enrollees?q=${encodeURIComponent(name)}`),
    },
    { name: "control rate today", paths: ["/api/v1/indicators/control-rate"] },
    { name: "workbench, counts", paths: [`/api/v1/workbench/counts?stationId=${station?.id}`] },
    { name: "workbench, overdue", paths: [`/api/v1/workbench?queue=overdue&stationId=${station?.id}`] },
  ];
}

function everyNth<T>(rows: readonly T[]): T[] {
  const step = Math.floor(rows.length / people);
  return rows.filter((_, index) => index % step === 0).slice(0, people);
}
