import { isPlainDate } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { z } from "zod";

export const Id = z.uuid();

/** A legal day, `YYYY-MM-DD`, that exists. */
export const Day = z
  .string()
  .refine((text): text is PlainDate => isPlainDate(text), {
    error: "日期不存在或格式不对，应为 2021-06-30 的形式",
  })
  .meta({ format: "date" });

/** A moment, ISO 8601 with offset. */
export const Moment = z.iso.datetime({ offset: true });

export const Cursor = z.string().max(400);

export const PageQuery = z.object({
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/**
 * One page of a list. `total` is counted by the same query as the rows; for very long lists the count
 * stops at `total.count` and `total.exact` is false.
 */
export function pageOf<S extends z.ZodType>(row: S) {
  return z.object({
    rows: z.array(row),
    nextCursor: z.string().nullable(),
    total: z.object({ count: z.number().int(), exact: z.boolean() }),
  });
}

/** Parameters of endpoints that address one record. */
export const IdParams = z.object({ id: Id });

/** Whether an action is possible now, and if not, why, in the user's words. */
export const PossibleAction = z.object({
  action: z.string(),
  allowed: z.boolean(),
  reason: z.string().nullable(),
});
export type PossibleAction = z.infer<typeof PossibleAction>;
