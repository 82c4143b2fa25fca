import type { ResponseOf } from "@rehab/schema/endpoint";
import type { EnrolleeFile } from "@rehab/schema/enrollees";
import type { newHandoffEndpoints } from "@rehab/schema/new-handoff";
import { eq } from "drizzle-orm";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import type { ReadTx } from "../src/db/client.ts";
import type { AppWorld, Caller } from "./app-world.ts";

export type Found = ResponseOf<typeof newHandoffEndpoints.findPerson>;
export type Created = ResponseOf<typeof newHandoffEndpoints.create>;

/** Calls about hand-offs on a world that is there by the time of the call. */
export function handoffCalls(worldOf: () => AppWorld) {
  let orders = 0;

  function read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T> {
    const { db, county } = worldOf().services;
    return db.read({ countyCode: county.code, people: systemActor.scope }, work);
  }

  const auditOf = (action: string) =>
    read((tx) => tx.select().from(tables.auditEntry).where(eq(tables.auditEntry.action, action)));

  async function find(words: object, caller: Caller = "supervisor") {
    const nothing = { name: null, idNumber: null, birthDate: null, townshipId: null };
    const payload = { ...nothing, ...words };
    return worldOf().call(caller, { method: "POST", url: "/api/v1/handoffs/find-person", payload });
  }

  const candidatesOf = async (words: object) =>
    (await find(words)).json<Found>().candidates.map(({ id, matches }) => ({ id, matches }));

  function handoffBody(parts: object = {}) {
    orders += 1;
    return {
      id: newId(),
      enrolleeId: null,
      name: "牛新来",
      idNumber: null,
      sex: null,
      ethnicity: null,
      birthDate: null,
      phone: null,
      registeredAddress: null,
      residence: null,
      stationId: worldOf().stations.a,
      townshipId: null,
      measure: "community_detox",
      orderNumber: `测公社戒决字〔2021〕90${orders}号`,
      orderOrgan: "测试县公安局",
      orderedOn: "2021-12-20",
      receivedOn: "2021-12-21",
      handedOffOn: "2021-12-24",
      termMonths: 36,
      deductedDays: 0,
      drug: null,
      policeStation: null,
      papers: [],
      condition: "in_community",
      policeOfficer: null,
      isolationCenter: null,
      isolationLeftOn: null,
      note: null,
      transfer: null,
      accept: false,
      acceptReason: null,
      ...parts,
    };
  }

  const create = (payload: object, caller: Caller = "supervisor") =>
    worldOf().call(caller, { method: "POST", url: "/api/v1/handoffs", payload });

  const fileOf = async (id: string, caller: Caller = "supervisor") =>
    (await worldOf().call(caller, { url: `/api/v1/enrollees/${id}` })).json<EnrolleeFile>();

  return { read, auditOf, find, candidatesOf, handoffBody, create, fileOf };
}
