import { indicatorsEndpoints } from "@rehab/schema/indicators";
import { useSearchParams } from "react-router";
import { useSession } from "../../api/session.ts";

interface RateAddress {
  readonly asOf: string;
  readonly evidenceDays: number;
  readonly set: (changes: { asOf?: string; evidenceDays?: number }) => void;
}

/** The day and the evidence window of the indicators, kept in the address. */
export function useRateAddress(): RateAddress {
  const { session } = useSession();
  const [params, setParams] = useSearchParams();
  const parsed = indicatorsEndpoints.controlRate.query.safeParse(Object.fromEntries(params));
  const { asOf, evidenceDays } = parsed.success ? parsed.data : { asOf: undefined, evidenceDays: 90 };
  return {
    asOf: asOf ?? session.today,
    evidenceDays,
    set: (changes) => {
      const next = new URLSearchParams(params);
      for (const [key, value] of Object.entries(changes)) next.set(key, String(value));
      setParams(next, { replace: true, preventScrollReset: true });
    },
  };
}
