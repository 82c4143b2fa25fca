/** A legal day, `YYYY-MM-DD`, compared with `<`. It has no time zone and no time of day. */
export type PlainDate = string & { readonly __plainDate: unique symbol };

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `text` is a day that exists, written `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  if (!PATTERN.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** Reads `YYYY-MM-DD`. Throws a RangeError when the day does not exist. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text;
}
