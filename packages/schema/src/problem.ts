import { z } from "zod";

interface ProblemDefinition {
  readonly status: number;
  /** What happened and what to do, for the person at the screen. */
  readonly title: string;
}

/** Every error answer of the API. The code is its identity; the sentence may change, the code may not. */
export const problems = {
  invalid_input: { status: 400, title: "填写的内容有误，请按提示修改后再提交。" },
  not_signed_in: { status: 401, title: "登录已失效，请重新登录。未保存的内容仍保留在页面上。" },
  wrong_credentials: { status: 401, title: "用户名或密码不正确。" },
  forbidden: { status: 403, title: "您的岗位没有这项权限；如工作需要，请联系管理员。" },
  csrf_token_invalid: { status: 403, title: "页面已过期，请刷新后重试；填写的内容不会丢失。" },
  training_only: { status: 403, title: "此操作只在培训环境中可用。" },
  not_found: { status: 404, title: "没有找到这条记录，可能已不在您的管辖范围内。" },
  stale_version: { status: 409, title: "这条记录刚被他人修改，请核对两边的内容后再保存。" },
  wrong_state: { status: 409, title: "当前状态下不能进行此操作。" },
  second_person_required: {
    status: 409,
    title: "提出人不能复核自己提出的事项，请由另一位督查人员处理。",
  },
  username_taken: { status: 409, title: "该用户名已被使用，请换一个。" },
  handoff_in_doubt: { status: 409, title: "还不能登记：有几处需要确认或更正，填写的内容没有丢失。" },
  id_number_taken: { status: 409, title: "这个证件号码已登记在另一人名下，请核对是否同一人。" },
  import_already_applied: { status: 409, title: "该批次已经导入，无需重复操作。" },
  import_undo_blocked: {
    status: 409,
    title: "该批次之后已有其他记录依赖它，不能整批撤销；请先撤销后面的批次。",
  },
  upload_too_large: { status: 413, title: "文件过大：单个文件不超过 20 MB。请拆分后再上传。" },
  file_unreadable: { status: 422, title: "文件无法读取。" },
  password_too_weak: { status: 422, title: "密码至少 10 位，并包含大写字母、小写字母、数字、符号中的三类。" },
  list_of_other_kind: { status: 422, title: "这不是衔接名单，请核对后重新选择文件。" },
  list_missing: { status: 409, title: "还没有名单：请上传或录入名单；本周没有新增人员的，请选择零新增。" },
  list_doubtful: { status: 409, title: "名单还有疑点没有说明，请先说明理由，或换一份名单。" },
  lines_undecided: { status: 409, title: "还有未处理的行，请逐行决定后再完成核对。" },
  decision_invalid: { status: 422, title: "该行不能这样处理，请选择列出的处理方式并补全所需内容。" },
  locked_out: { status: 429, title: "连续输错次数过多，账号已临时锁定，请 15 分钟后再试或联系管理员解锁。" },
  rate_limited: { status: 429, title: "操作过于频繁，请稍后再试。" },
  unexpected: { status: 500, title: "系统出错，本次操作没有保存。请重试；如仍出错，请把编号告知管理员。" },
  unavailable: { status: 503, title: "系统繁忙或正在维护，请稍后再试。" },
} as const satisfies Record<string, ProblemDefinition>;

export type ProblemCode = keyof typeof problems;

/** Problems that any endpoint can answer with. */
export const commonProblems = [
  "invalid_input",
  "rate_limited",
  "unexpected",
  "unavailable",
] as const satisfies readonly ProblemCode[];

/** RFC 9457 body. `errors` names the fields by JSON pointer; no body ever repeats a submitted value. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string().optional(),
  instance: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
