/** What a file may cost before it is refused. Sizes in bytes, time in milliseconds. */
export interface ReadLimits {
  readonly maxFileBytes: number;
  readonly maxInflatedBytes: number;
  readonly maxEntries: number;
  readonly maxRows: number;
  readonly maxWorkerHeapMb: number;
  readonly maxWorkerMs: number;
}

const MEGABYTE = 1024 * 1024;

export const DEFAULT_READ_LIMITS: ReadLimits = {
  maxFileBytes: 20 * MEGABYTE,
  maxInflatedBytes: 200 * MEGABYTE,
  maxEntries: 2_000,
  maxRows: 100_000,
  maxWorkerHeapMb: 768,
  maxWorkerMs: 60_000,
};
