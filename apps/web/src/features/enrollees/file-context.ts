import type { EnrolleeFile, enrolleesEndpoints } from "@rehab/schema/enrollees";
import type { ResponseOf } from "@rehab/schema/endpoint";
import { useOutletContext } from "react-router";

export type Revealed = ResponseOf<typeof enrolleesEndpoints.reveal>["people"][number];

/** What the tabs of a file share. */
export interface FileContext {
  readonly file: EnrolleeFile;
  /** The whole values while they are shown. */
  readonly revealed: Revealed | undefined;
}

export function useFile(): FileContext {
  return useOutletContext<FileContext>();
}
