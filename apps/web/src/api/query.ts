import type { Endpoint, RequestOf } from "@rehab/schema/endpoint";
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "./call.ts";
import type { AnswerOf } from "./call.ts";
import { isProblem } from "./problem-error.ts";
import { useProblemNotice } from "./problems.tsx";

/** Query options of an endpoint; the key is its name and the request. */
export function q<E extends Endpoint>(endpoint: E, request: RequestOf<E>) {
  return queryOptions({
    queryKey: [endpoint.name, request],
    queryFn: ({ signal }) => call(endpoint, request, signal),
  });
}

/** Asks an endpoint past what is remembered; whatever shows its answer shows the new one. */
export function useFresh() {
  const client = useQueryClient();
  return <E extends Endpoint>(endpoint: E, request: RequestOf<E>): Promise<AnswerOf<E>> =>
    client.fetchQuery({ ...q(endpoint, request), staleTime: 0 });
}

interface Page {
  readonly nextCursor: string | null;
}

/** Query options of a list that goes on by cursor; `requestAt` places the cursor in the request. */
export function pages<E extends Endpoint>(
  endpoint: E,
  requestAt: (cursor: string | undefined) => RequestOf<E>,
) {
  return infiniteQueryOptions({
    queryKey: [endpoint.name, "pages", requestAt(undefined)],
    queryFn: ({ pageParam, signal }) => call(endpoint, requestAt(pageParam), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last as Page).nextCursor ?? undefined,
  });
}

interface ActionOptions<E extends Endpoint> {
  /** Endpoints whose answers are out of date after this action. */
  readonly invalidates?: readonly Endpoint[];
  /** The form shows the problem itself. */
  readonly quiet?: boolean;
  /** Asks for the thing as somebody else has just saved it, so that both can be seen. */
  readonly onStale?: () => Promise<unknown>;
  readonly onDone?: (answer: AnswerOf<E>) => void;
}

/** A write. Afterwards the named endpoints are asked again; a problem is shown unless the caller does. */
export function useAction<E extends Endpoint>(endpoint: E, options: ActionOptions<E> = {}) {
  const client = useQueryClient();
  const notifyProblem = useProblemNotice();
  return useMutation({
    mutationFn: (request: RequestOf<E>) => call(endpoint, request),
    onSuccess: async (answer) => {
      options.onDone?.(answer);
      await Promise.all(
        (options.invalidates ?? []).map((stale) => client.invalidateQueries({ queryKey: [stale.name] })),
      );
    },
    onError: (error) => {
      if (isProblem(error, "stale_version")) void options.onStale?.();
      if (options.quiet !== true) notifyProblem(error);
    },
  });
}
