import type { ResponseOf } from "@rehab/schema/endpoint";
import type { Transfer, transfersEndpoints } from "@rehab/schema/transfers";
import { asc, eq } from "drizzle-orm";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import type { ReadTx } from "../src/db/client.ts";
import type { AppWorld, Caller } from "./app-world.ts";

type OfPerson = ResponseOf<typeof transfersEndpoints.ofPerson>;
type List = ResponseOf<typeof transfersEndpoints.list>;

export const allMaterials = [
  "request",
  "order_copy",
  "agreement_copy",
  "file_copy",
  "test_records",
  "visit_records",
];

/** Calls about transfers on a world that is there by the time of the call. */
export function transferCalls(worldOf: () => AppWorld) {
  function read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T> {
    const { db, county } = worldOf().services;
    return db.read({ countyCode: county.code, people: systemActor.scope }, work);
  }

  const post = (caller: Caller, url: string, payload: object = {}) =>
    worldOf().call(caller, { method: "POST", url: `/api/v1${url}`, payload });

  const ofPerson = async (caller: Caller, id: string) =>
    (await worldOf().call(caller, { url: `/api/v1/enrollees/${id}/transfers` })).json<OfPerson>();

  const list = async (caller: Caller, query = "") =>
    (await worldOf().call(caller, { url: `/api/v1/transfers${query}` })).json<List>();

  const fileOf = (caller: Caller, id: string) => worldOf().call(caller, { url: `/api/v1/enrollees/${id}` });

  async function request(caller: Caller, parts: object = {}) {
    const { present } = await ofPerson("supervisor", worldOf().people.atA);
    return post(caller, "/transfers", {
      id: newId(),
      caseId: present?.caseId,
      direction: "out",
      otherPlace: "邻县城关镇",
      toStationId: null,
      toTownshipId: null,
      requestedOn: "2021-12-01",
      reason: "随配偶迁居",
      materials: ["request"],
      ...parts,
    });
  }

  const within = () => ({ direction: "within", otherPlace: "", toStationId: worldOf().stations.b });

  const transferOf = (answer: Awaited<ReturnType<typeof post>>): Transfer =>
    answer.json<{ transfer: Transfer }>().transfer;

  async function send(caller: Caller, { id, version }: Transfer, parts: object = {}) {
    const payload = {
      version,
      sentOn: "2021-12-03",
      letterNumber: "测社戒移〔2021〕1号",
      materials: allMaterials,
    };
    return post(caller, `/transfers/${id}/send`, { ...payload, ...parts });
  }

  const stepOf = ({ steps }: Transfer, step: string) => steps.find((each) => each.step === step);

  const auditOf = (action: string) =>
    read((tx) => tx.select().from(tables.auditEntry).where(eq(tables.auditEntry.action, action)));

  const eventsOf = async (caseId: string) =>
    (
      await read((tx) =>
        tx
          .select()
          .from(tables.caseEvent)
          .where(eq(tables.caseEvent.caseId, caseId))
          .orderBy(asc(tables.caseEvent.happenedOn), asc(tables.caseEvent.id)),
      )
    ).map(({ kind, happenedOn }) => `${kind} ${happenedOn}`);

  return { read, post, ofPerson, list, fileOf, request, within, transferOf, send, stepOf, auditOf, eventsOf };
}
