import { QueryClient } from "@tanstack/react-query";
import { UnreachableError } from "./problem-error.ts";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      // A refusal stays a refusal; only a lost connection is worth a second try.
      retry: (failures, error) => error instanceof UnreachableError && failures < 1,
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});
