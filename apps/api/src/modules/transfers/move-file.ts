import type { TransferRow } from "./load-transfers.ts";
import { eq, sql } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { loadStructure } from "../imports/load-structure.ts";

/** Where a file is kept, and who carries the person. */
export interface FilePlace {
  readonly stationId: string;
  readonly townshipId: string | null;
  readonly village: string | null;
  readonly caseworkerId: string | null;
}

interface Destination {
  readonly toStationId: string | null;
  readonly toTownshipId: string | null;
}

/**
 * Hands a person's whole file to another station of the county; every record follows by its foreign key. The member
 * of staff there who carries fewest people takes the person on. Answers where the file was kept before. Throws
 * `wrong_state` where the station has nobody to take it on.
 */
export async function moveFile(
  context: UseCaseContext,
  { enrolleeId }: Pick<TransferRow, "enrolleeId">,
  { toStationId, toTownshipId }: Destination,
): Promise<FilePlace> {
  if (toStationId === null) throw new Error("a change within the county names no station");
  const place = { stationId: toStationId, townshipId: toTownshipId, village: null };
  return putFile(context, enrolleeId, { ...place, caseworkerId: null });
}

/** Puts a file to a place; its former caseworker has it again where they are still there. */
export async function putFile(
  { tx, county }: UseCaseContext,
  enrolleeId: string,
  to: FilePlace,
): Promise<FilePlace> {
  const { stationId, townshipId, village, caseworkerId } = enrollee;
  const [before] = await tx
    .select({ stationId, townshipId, village, caseworkerId })
    .from(enrollee)
    .where(eq(enrollee.id, enrolleeId))
    .for("update");
  if (before === undefined) throw new ProblemError("not_found");
  const structure = await loadStructure(tx, county.name);
  const owner = structure.isStaffOf(to.caseworkerId, to.stationId)
    ? to.caseworkerId
    : structure.findLeastLoaded(to.stationId)?.id;
  if (owner === undefined) {
    throw new ProblemError("wrong_state", { detail: "接收的工作站还没有登记工作人员，无人可以负责此人" });
  }
  await tx
    .update(enrollee)
    .set({ ...to, caseworkerId: owner, version: sql`${enrollee.version} + 1` })
    .where(eq(enrollee.id, enrolleeId));
  return before;
}
