import { z } from "zod";

/** What an approval of a referral holds: the letter that goes to the police once it is confirmed. */
export const ReferralProposal = z.object({
  letterNumber: z.string(),
  organ: z.string(),
  note: z.string().nullable(),
});
export type ReferralProposal = z.infer<typeof ReferralProposal>;
