import { RegisterFilter, RegisterSort } from "@rehab/schema/enrollees";
import { useLocation, useNavigate, useSearchParams } from "react-router";
import { z } from "zod";
import { useStoredState } from "../../lib/stored-state.ts";

const Address = RegisterFilter.extend({
  sort: RegisterSort.optional(),
  direction: z.enum(["asc", "desc"]).optional(),
});

export type Filter = z.output<typeof RegisterFilter>;
export type FilterKey = keyof Filter;

export interface Sorting {
  readonly sort: z.output<typeof RegisterSort>;
  readonly direction: "asc" | "desc";
}

export interface RegisterAddress {
  readonly filter: Filter;
  readonly sorting: Sorting;
  /** What is searched for. It stays in the history's state, out of the address. */
  readonly words: string;
  readonly setFilter: (changes: Partial<Record<FilterKey, string | undefined>>) => void;
  readonly setSorting: (sorting: Sorting) => void;
  readonly setWords: (words: string) => void;
  readonly clear: () => void;
}

/** What the register shows: filters and sorting from the address, words from the history's state. */
export function useRegisterAddress(): RegisterAddress {
  const [params, setParams] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const [usualSorting, setUsualSorting] = useStoredState<Sorting>("register-sorting", {
    sort: "name",
    direction: "asc",
  });

  const state = location.state as { words?: string } | null;
  const parsed = Address.safeParse(Object.fromEntries(params));
  const { sort, direction, ...filter } = parsed.success ? parsed.data : Address.parse({});
  const sorting = sort === undefined ? usualSorting : { sort, direction: direction ?? "asc" };

  const change = (changes: Partial<Record<string, string | undefined>>) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined || value === "") next.delete(key);
      else next.set(key, value);
    }
    setParams(next, { replace: true, state, preventScrollReset: true });
  };

  return {
    filter,
    sorting,
    words: state?.words ?? "",
    setFilter: change,
    setSorting: (next) => {
      setUsualSorting(next);
      change({ sort: next.sort, direction: next.direction });
    },
    setWords: (words) =>
      void navigate(
        { search: params.toString() },
        { replace: true, state: { words }, preventScrollReset: true },
      ),
    clear: () => void navigate({ search: "" }, { replace: true, state: null }),
  };
}
