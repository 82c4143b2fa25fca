/** Headers and hints written one after another with blanks between them. */
export function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
