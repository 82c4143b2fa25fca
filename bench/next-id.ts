let last = 0;

/** Another id each time, in rising order as those of the application, without the cost of chance for millions. */
export function nextId(): string {
  last += 1;
  return `01700000-0000-7000-8000-${last.toString(16).padStart(12, "0")}`;
}
