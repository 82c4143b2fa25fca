import { HandoffFilter } from "@rehab/schema/handoffs";
import { useSearchParams } from "react-router";
import type { z } from "zod";

type Filter = z.output<typeof HandoffFilter>;

export interface HandoffsAddress {
  readonly filter: Filter;
  readonly setFilter: (changes: Partial<Record<keyof Filter, string | undefined>>) => void;
  /** The address of another queue, the other filters kept. */
  readonly searchOf: (queue: string | undefined) => string;
}

/** What the hand-off queues show, from the address. */
export function useHandoffsAddress(): HandoffsAddress {
  const [params, setParams] = useSearchParams();
  const parsed = HandoffFilter.safeParse(Object.fromEntries(params));
  const changed = (changes: Partial<Record<string, string | undefined>>) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined || value === "") next.delete(key);
      else next.set(key, value);
    }
    return next;
  };
  return {
    filter: parsed.success ? parsed.data : {},
    setFilter: (changes) => setParams(changed(changes), { replace: true, preventScrollReset: true }),
    searchOf: (queue) => {
      const text = changed({ queue }).toString();
      return text === "" ? "" : `?${text}`;
    },
  };
}
