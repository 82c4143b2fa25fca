import { WorkbenchFilter } from "@rehab/schema/workbench";
import { useSearchParams } from "react-router";

export interface WorkbenchAddress {
  readonly filter: WorkbenchFilter;
  readonly setFilter: (changes: Partial<Record<keyof WorkbenchFilter, string | undefined>>) => void;
  /** The address of another queue, the place kept. */
  readonly searchOf: (queue: string) => string;
}

/** What the workbench shows, from the address. */
export function useWorkbenchAddress(): WorkbenchAddress {
  const [params, setParams] = useSearchParams();
  const parsed = WorkbenchFilter.safeParse({ queue: "overdue", ...Object.fromEntries(params) });
  const changed = (changes: Partial<Record<string, string | undefined>>) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined || value === "") next.delete(key);
      else next.set(key, value);
    }
    return next;
  };
  return {
    filter: parsed.success ? parsed.data : { queue: "overdue" },
    setFilter: (changes) => setParams(changed(changes), { replace: true, preventScrollReset: true }),
    searchOf: (queue) => `?${changed({ queue, kind: undefined }).toString()}`,
  };
}
