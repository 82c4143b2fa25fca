import type { IssuedDocument } from "../handoff/document-service.ts";
import { serviceGaps } from "../handoff/document-service.ts";
import type { PlainDate } from "../time/plain-date.ts";

/**
 * Whether a written call to the test (吸毒检测通知书) was served, without a gap in its receipt, by the day of the test.
 * Without one a refusal is on record and does not count as one under 戒毒条例 第二十条.
 */
export function wasCalledInWriting(documents: readonly IssuedDocument[], on: PlainDate): boolean {
  return documents.some(
    ({ kind, receipts }) =>
      kind === "test_notice" &&
      receipts.some((receipt) => receipt.servedOn <= on && serviceGaps(receipt).length === 0),
  );
}
