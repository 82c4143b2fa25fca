import { z } from "zod";

/** What the forms of the steps ask beside day, result and note, as it is stored. */
export const StepDetails = z.object({
  laboratory: z.string().optional(),
  reportNumber: z.string().optional(),
  organ: z.string().optional(),
  letterNumber: z.string().optional(),
  proposedBy: z.string().nullable().optional(),
  confirmedBy: z.string().nullable().optional(),
  decision: z.enum(["continue", "isolation", "other"]).optional(),
  number: z.string().nullable().optional(),
});
export type StepDetails = z.infer<typeof StepDetails>;

const decisions = {
  continue: "责令继续执行",
  isolation: "决定强制隔离戒毒",
  other: "其他处理",
} as const;

/** The same in words. */
export function detailsOfStep(stored: unknown): { label: string; value: string }[] {
  const { laboratory, reportNumber, organ, letterNumber, decision, number } = StepDetails.parse(stored ?? {});
  const lines: readonly (readonly [label: string, value: string | null | undefined])[] = [
    ["检测机构", laboratory],
    ["报告编号", reportNumber],
    ["报告文号", letterNumber],
    ["公安机关", organ],
    ["处理", decision === undefined ? undefined : decisions[decision]],
    ["决定文号", number],
  ];
  return lines.flatMap(([label, value]) =>
    value === null || value === undefined || value === "" ? [] : [{ label, value }],
  );
}
