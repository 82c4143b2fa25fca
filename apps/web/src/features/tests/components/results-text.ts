import { TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import { useCodeLabel } from "../../../lib/code-label.ts";

/** 阴性 12，拒检 1 */
export function useResultsText(): (results: Readonly<Record<string, number>>) => string {
  const labelOf = useCodeLabel();
  return (results) =>
    TEST_RESULTS.filter(({ code }) => (results[code] ?? 0) > 0)
      .map(({ code }) => `${labelOf(TEST_RESULTS, code)} ${results[code]}`)
      .join("，");
}
