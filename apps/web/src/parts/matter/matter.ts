import type { IdParams } from "@rehab/schema/common";
import type { Endpoint } from "@rehab/schema/endpoint";
import type { ReceiptBody, ReferralBody, ReferralReceiptBody } from "@rehab/schema/no-show-bodies";
import type { ReferralView, noShowsEndpoints } from "@rehab/schema/no-shows";
import type { z } from "zod";

type FactParams = typeof noShowsEndpoints.recordService.params;

/** What the panels of a matter call, whatever the matter: not reporting in, a breach, a test, a state. */
export interface MatterEndpoints<Fact extends string = string> {
  readonly get: Endpoint & {
    readonly params: typeof IdParams;
    readonly response: z.ZodType<{ referrals: ReferralView[] }>;
  };
  readonly annul: Endpoint & {
    readonly params: typeof IdParams;
    readonly body: z.core.$ZodType<unknown, { fact: Fact; factId: string; reason: string }>;
  };
  readonly recordService: Endpoint & { readonly params: FactParams; readonly body: typeof ReceiptBody };
  readonly document: Endpoint & { readonly params: FactParams; readonly file: string };
  readonly referralLetter: Endpoint & { readonly params: FactParams; readonly file: string };
  readonly proposeReferral: Endpoint & {
    readonly params: typeof IdParams;
    readonly body: typeof ReferralBody;
  };
  readonly recordReferralReceipt: Endpoint & {
    readonly params: typeof IdParams;
    readonly body: typeof ReferralReceiptBody;
  };
}

/** One person's matter: whose it is, where its records go, and which answers they make out of date. */
export interface Matter<E> {
  readonly enrolleeId: string;
  readonly endpoints: E;
  readonly changed: readonly Endpoint[];
}
