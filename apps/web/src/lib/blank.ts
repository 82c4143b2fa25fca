/** What was typed, or null for nothing: an empty field says nothing, not an empty text. */
export function orNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}
