const SEPARATORS = [",", "\t", ";"];

/**
 * Rows and fields of delimited text (RFC 4180: quotes, doubled quotes, line breaks inside quotes).
 * The separator is the one that the first lines use most. Every field stays text, so that an ID number
 * is never rounded; `="4306…"`, Excel's way to keep digits as text, is unwrapped.
 */
export function parseCsv(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let position = 0;
  while (position < text.length) {
    const field = readField(text, position, separator);
    row.push(unwrapFormula(field.value));
    position = field.end;
    if (text[position] === separator) {
      position += 1;
      if (position === text.length) row.push("");
      continue;
    }
    if (text[position] === "\r" && text[position + 1] === "\n") position += 1;
    position += 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function readField(text: string, start: number, separator: string): { value: string; end: number } {
  if (text[start] !== '"') {
    const end = endOfPlain(text, start, separator);
    return { value: text.slice(start, end), end };
  }
  let closing = text.indexOf('"', start + 1);
  while (closing !== -1 && text[closing + 1] === '"') closing = text.indexOf('"', closing + 2);
  if (closing === -1) return { value: text.slice(start + 1), end: text.length };
  const quoted = text.slice(start + 1, closing).replaceAll('""', '"');
  const end = endOfPlain(text, closing + 1, separator);
  return { value: quoted + text.slice(closing + 1, end), end };
}

function endOfPlain(text: string, start: number, separator: string): number {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return end;
}

function separatorOf(text: string): string {
  const head = text.slice(0, 20_000);
  const counts = SEPARATORS.map((separator) => ({ separator, count: head.split(separator).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}

function unwrapFormula(field: string): string {
  return /^="(.*)"$/s.exec(field)?.[1] ?? field;
}
