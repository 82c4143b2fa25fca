/**
 * A draw that anybody can compute again with `sha256sum`: for each of the population the SHA-256 of `drawText`
 * in hexadecimal, sorted, and the first of them are the sample. The population and the seed are on record before
 * anybody sees the sample.
 */
export function drawText(seed: string, id: string): string {
  return `${seed}:${id}`;
}

/** One of the population with the digest of its `drawText`. */
export interface DrawnEntry {
  readonly id: string;
  /** SHA-256 in lower-case hexadecimal. */
  readonly digest: string;
}

/**
 * The `size` entries with the lowest digests, lowest first, however the population is ordered.
 * Throws a RangeError for a size that is no whole number from 1 to that of the population.
 */
export function sampleOf(entries: readonly DrawnEntry[], size: number): string[] {
  if (!Number.isInteger(size) || size < 1 || size > entries.length) {
    throw new RangeError(`cannot draw ${size} of ${entries.length}`);
  }
  return [...entries]
    .sort((a, b) => (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : a.id < b.id ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}
