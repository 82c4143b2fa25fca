import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import { useQueries } from "@tanstack/react-query";
import { call } from "./call.ts";

interface RevealedNames {
  readonly nameOf: (id: string) => string | undefined;
  readonly loading: boolean;
  readonly error: unknown;
}

/** So many people are shown by one call at most. */
const AT_ONCE = 200;

/** The whole names of the people on these pages while `shown`. Each showing is recorded; nothing is kept after. */
export function useRevealedNames(idPages: readonly (readonly string[])[], shown: boolean): RevealedNames {
  const answers = useQueries({
    queries: (shown ? idPages : []).flatMap(partsOf).map((ids) => ({
      queryKey: ["revealed-names", ids],
      queryFn: () => call(enrolleesEndpoints.reveal, { body: { ids, fields: ["name"] } }),
      staleTime: Infinity,
      gcTime: 0,
    })),
  });
  const names = new Map(answers.flatMap(({ data }) => data?.people ?? []).map(({ id, name }) => [id, name]));
  return {
    nameOf: (id) => names.get(id),
    loading: answers.some(({ isPending }) => isPending),
    error: answers.find(({ error }) => error !== null)?.error ?? null,
  };
}

/** Each person once, in parts that one call can take. */
function partsOf(ids: readonly string[]): string[][] {
  const once = [...new Set(ids)];
  return Array.from({ length: Math.ceil(once.length / AT_ONCE) }, (_, part) =>
    once.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
}
