import { z } from "zod";
import { Id } from "./common.ts";
import { endpoint } from "./endpoint.ts";

/** A member of staff and how many enrollees the person carries today. */
export const StaffMember = z.object({
  id: Id,
  name: z.string(),
  post: z.string(),
  /** Null for staff of the bureau itself. */
  stationId: Id.nullable(),
  stationName: z.string().nullable(),
  /** Registered enrollees whose responsible caseworker this is. Null for those who may not see people's data. */
  caseload: z.number().int().nullable(),
});
export type StaffMember = z.infer<typeof StaffMember>;

export const staffEndpoints = {
  list: endpoint({
    name: "staff.list",
    summary: "Staff by station with their caseload",
    method: "GET",
    path: "/staff",
    access: ["list", "Staff"],
    response: z.object({
      staff: z.array(StaffMember),
      /** Registered enrollees whose station has nobody assigned to them; must be zero. */
      withoutCaseworker: z.number().int().nullable(),
    }),
    problems: [],
  }),
};
