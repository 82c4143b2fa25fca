import { z } from "zod";

/** What an approval of a report holds: which test, and the letter that goes to the police once it is confirmed. */
export const ReportProposal = z.object({
  testId: z.string(),
  letterNumber: z.string(),
  organ: z.string(),
  note: z.string().nullable(),
});
export type ReportProposal = z.infer<typeof ReportProposal>;
