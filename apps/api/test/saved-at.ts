/** What a refused version says of where the present one was saved. */
export const savedAt = (who: string): RegExp =>
  new RegExp(`^${who}于 \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} 保存了这条记录。$`, "u");
