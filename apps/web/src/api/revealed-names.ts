import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import { useQueries } from "@tanstack/react-query";
import { call } from "./call.ts";

interface RevealedNames {
  readonly nameOf: (id: string) => string | undefined;
  readonly loading: boolean;
  readonly error: unknown;
}

/** The whole names of the people on these pages while `shown`. Each showing is recorded; nothing is kept after. */
export function useRevealedNames(idPages: readonly (readonly string[])[], shown: boolean): RevealedNames {
  const answers = useQueries({
    queries: (shown ? idPages : [])
      .filter((ids) => ids.length > 0)
      .map((ids) => ({
        queryKey: ["revealed-names", ids],
        queryFn: () => call(enrolleesEndpoints.reveal, { body: { ids: [...ids], fields: ["name"] } }),
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
