import type { SourceRow } from "../source-row.ts";
import type { PlanContext } from "./plan-context.ts";
import type { PlannedRow } from "./planned-row.ts";
import { RowDraft } from "./row-draft.ts";
import type { CountyStructure } from "./county-structure.ts";
import type { StationDraft, Write } from "./writes.ts";

const bureauItself = /局机关|机关|司法局|本局|县局/u;
const ordinaryPost = "专职工作人员";

/** One member of the staff, with the station and its townships where these are new. */
export function planStaff(source: SourceRow<"stations_staff">, ctx: PlanContext): PlannedRow {
  const draft = new RowDraft(source);
  const { cells } = source.row;
  const { structure } = ctx.world;
  const name = draft.required(cells.name, "name");
  const stationText = draft.required(cells.station, "station");
  if (draft.isHeld || name === undefined || stationText === undefined) return draft.held();

  const writes: Write[] = [];
  const isBureau = bureauItself.test(stationText) && !/站/u.test(stationText);
  const station = isBureau ? null : stationOf(draft, stationText, ctx, writes);
  for (const township of station === null ? [] : (cells.townships?.value ?? [])) {
    addTownship(draft, township, station?.id ?? "", ctx, writes);
  }
  const stationId = station?.id ?? null;
  if (structure.findStaff(name, stationId) === undefined) {
    const member = {
      id: ctx.newId(),
      name,
      post: draft.optional(cells.post, "post") ?? ordinaryPost,
      stationId,
      position: structure.nextStaffPosition(),
    };
    structure.addStaff(member);
    writes.push({ op: "add_staff", ...member });
  }
  if (writes.length === 0) return draft.matched("人员和工作站已登记");
  return draft.records("new", effectOf(writes, structure), writes);
}

function stationOf(draft: RowDraft, name: string, ctx: PlanContext, writes: Write[]): StationDraft {
  const { structure } = ctx.world;
  const known = structure.findStation(name);
  if (known !== undefined) return known;
  const { cells } = draft.source.row as SourceRow<"stations_staff">["row"];
  const station = {
    id: ctx.newId(),
    name: name.replaceAll(/\s/gu, ""),
    address: cells.stationAddress?.value ?? null,
    position: structure.nextStationPosition(),
  };
  structure.addStation(station);
  writes.push({ op: "add_station", ...station });
  return station;
}

function addTownship(
  draft: RowDraft,
  name: string,
  stationId: string,
  ctx: PlanContext,
  writes: Write[],
): void {
  const { structure } = ctx.world;
  const known = structure.findTownship(name);
  if (known !== undefined) {
    if (known.stationId !== stationId) draft.note("township_moved", "townships");
    return;
  }
  const township = { id: ctx.newId(), name, stationId };
  structure.addTownship(township);
  writes.push({ op: "add_township", ...township });
}

function effectOf(writes: readonly Write[], structure: CountyStructure): string {
  const parts = writes.map((write) => {
    if (write.op === "add_station") return `新增工作站${write.name}`;
    if (write.op === "add_township") return `${write.name}归${structure.stationName(write.stationId)}`;
    return "新增工作人员";
  });
  return parts.join("；");
}
