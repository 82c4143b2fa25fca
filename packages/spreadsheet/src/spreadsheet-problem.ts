const SENTENCES = {
  file_empty: "文件是空的，没有可以导入的内容。请确认选对了文件，保存后重新上传。",
  file_too_large: "文件太大，无法读取。请只保留需要导入的工作表，或分成几个文件后重新上传。",
  file_wrong_type: "这不是 Excel 或 CSV 文件。请用 Excel 或 WPS 打开后另存为 .xlsx，再重新上传。",
  file_broken: "文件已损坏，无法读取。请用 Excel 或 WPS 打开，另存为新的 .xlsx 后重新上传。",
  file_password_protected: "文件设有打开密码，无法读取。请在 Excel 或 WPS 中取消密码，保存后重新上传。",
  file_zip_bomb: "文件解压后的大小异常，已停止读取。请新建一个表格，只把需要的内容粘贴进去后重新上传。",
  file_too_many_rows: "表格的行数超过上限。请分成几个文件后重新上传。",
  no_header_found: "没有找到表头。请确认表格里有一行写着“姓名”“身份证号”等列名，再重新上传。",
  kind_not_recognised: "认不出这是哪一种表。请在标题中写明表的名称，或对照模板核对列名后重新上传。",
} as const;

/** Why a whole file cannot be used. */
export type SpreadsheetProblemCode = keyof typeof SENTENCES;

/** A file that cannot be used as a whole. `message` is a Chinese sentence that says what to do. */
export class SpreadsheetProblem extends Error {
  readonly code: SpreadsheetProblemCode;

  constructor(code: SpreadsheetProblemCode, options?: ErrorOptions) {
    super(SENTENCES[code], options);
    this.name = "SpreadsheetProblem";
    this.code = code;
  }
}
