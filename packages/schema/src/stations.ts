import { z } from "zod";
import { Id } from "./common.ts";
import { endpoint } from "./endpoint.ts";

export const Township = z.object({ id: Id, name: z.string() });

/** A central station (中心站) with the townships it serves and what it carries today. */
export const Station = z.object({
  id: Id,
  name: z.string(),
  address: z.string().nullable(),
  townships: z.array(Township),
  staffCount: z.number().int(),
  /** People registered at the station today. Null for those who may not see people's data. */
  registered: z.number().int().nullable(),
});
export type Station = z.infer<typeof Station>;

export const stationsEndpoints = {
  list: endpoint({
    name: "stations.list",
    summary: "The county's stations",
    method: "GET",
    path: "/stations",
    access: ["list", "Station"],
    response: z.object({ stations: z.array(Station) }),
    problems: [],
  }),
};
