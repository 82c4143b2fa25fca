import { codesOf } from "@rehab/domain/code-list";
import { DRAW_STRATA } from "@rehab/domain/testing/draw-strata";
import { z } from "zod";
import { Day, Id, IdParams, Moment, PageQuery, pageOf } from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { DrawBody } from "./test-bodies.ts";

export const DrawRow = z.object({
  id: Id,
  /** Null for the whole county. */
  stationName: z.string().nullable(),
  drawnOn: Day,
  purpose: z.string(),
  stratifiedBy: z.enum(codesOf(DRAW_STRATA)).nullable(),
  population: z.number().int(),
  sample: z.number().int(),
  recordedAt: Moment,
  recordedBy: z.string().nullable(),
});
export type DrawRow = z.infer<typeof DrawRow>;

/** A draw with what anybody needs to compute it again. */
export const DrawView = DrawRow.extend({
  seed: z.string(),
  /** Whether population and seed give this very sample, computed anew for this answer. */
  reproduced: z.boolean(),
  /** In the order of the digests. */
  people: z.array(
    z.object({
      enrolleeId: Id,
      maskedName: z.string(),
      stationName: z.string(),
      digest: z.string(),
      /** The first hair test since the draw. */
      testedOn: Day.nullable(),
    }),
  ),
  populationIds: z.array(Id),
  /** The parts that the sample was drawn from, in the order of their keys; empty for a draw from the whole. */
  strata: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      ids: z.array(Id),
      /** How many the division gives this part. */
      sample: z.number().int(),
    }),
  ),
});
export type DrawView = z.infer<typeof DrawView>;

export const testDrawsEndpoints = {
  list: endpoint({
    name: "test-draws.list",
    summary: "Random draws, latest first",
    method: "GET",
    path: "/test-draws",
    access: ["list", "CaseFile"],
    query: z.object({ ...PageQuery.shape }),
    response: pageOf(DrawRow),
    problems: [],
  }),
  get: endpoint({
    name: "test-draws.get",
    summary: "A draw with population, seed and sample, computed again",
    method: "GET",
    path: "/test-draws/{id}",
    access: ["list", "CaseFile"],
    params: IdParams,
    response: DrawView,
    problems: ["not_found"],
  }),
  create: endpoint({
    name: "test-draws.create",
    summary: "Draw a sample of those in their measure; the server makes the seed",
    method: "POST",
    path: "/test-draws",
    access: ["list", "CaseFile"],
    body: DrawBody,
    response: DrawView,
    problems: ["not_found"],
  }),
};
