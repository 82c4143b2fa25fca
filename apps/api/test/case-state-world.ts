import { addDays, plainDate } from "@rehab/domain/time/plain-date";
import { eq } from "drizzle-orm";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import { insertRows } from "../src/db/insert-rows.ts";
import { projectRegister } from "../src/modules/enrollees/project-register.ts";
import type { NoShowWorld } from "./no-show-world.ts";

interface ServingOptions {
  readonly reportedOn: string;
  readonly name?: string;
  readonly at?: "a" | "b";
  readonly sex?: "male" | "female";
}

/** Registers somebody who reported in on a day and signed on the next; the order came two days before. */
export async function serveTerm(county: NoShowWorld, options: ServingOptions): Promise<string> {
  const { reportedOn, ...person } = options;
  const day = plainDate(reportedOn);
  const id = await county.insertPerson({ ...person, receivedOn: addDays(day, -2) });
  const { services } = county.world;
  const { db, county: place, law, clock } = services;
  await db.write({ countyCode: place.code, people: systemActor.scope }, async (tx) => {
    const [record] = await tx.select().from(tables.caseRecord).where(eq(tables.caseRecord.enrolleeId, id));
    if (record === undefined) throw new Error("nobody was registered");
    const own = {
      countyCode: place.code,
      stationId: record.stationId,
      enrolleeId: id,
      caseId: record.id,
    };
    await insertRows(tx, tables.caseEvent, [
      { id: newId(), ...own, kind: "reported", happenedOn: day },
      { id: newId(), ...own, kind: "agreement_signed", happenedOn: addDays(day, 1) },
    ]);
    await projectRegister(tx, [id], { law, today: clock.today() });
  });
  return id;
}
