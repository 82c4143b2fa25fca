/** What a refused version says of who saved the present one. */
export const savedBy = (who: string): RegExp =>
  new RegExp(`^${who}\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} 保存了这条记录。$`, "u");
