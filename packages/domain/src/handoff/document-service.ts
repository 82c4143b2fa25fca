import type { PlainDate } from "../time/plain-date.ts";
import { daysBetween } from "../time/plain-date.ts";

/** The documents of a case that are issued with a number. */
export const DOCUMENT_KINDS = [
  { code: "notice", zh: "告知书" },
  { code: "agreement", zh: "社区戒毒（康复）协议书" },
  { code: "plan", zh: "社区戒毒（康复）计划书" },
  { code: "no_show_warning", zh: "逾期未报到告诫书" },
  { code: "no_show_certificate", zh: "逾期未报到证明" },
  { code: "referral_receipt", zh: "移交回执" },
  { code: "transfer_letter", zh: "变更执行地材料移送函" },
  { code: "transfer_receipt", zh: "变更执行地接收回执" },
  { code: "admonition", zh: "劝诫书" },
  { code: "warning", zh: "告诫书" },
  { code: "test_notice", zh: "吸毒检测通知书" },
  { code: "breach_notice", zh: "严重违反协议通知书" },
  { code: "breach_certificate", zh: "严重违反协议证明" },
  { code: "positive_report", zh: "检测阳性情况报告" },
  { code: "search_letter", zh: "查找函" },
  { code: "leave_report", zh: "外出报告（请假条）" },
  { code: "suspension_statement", zh: "中止说明" },
  { code: "resumption_record", zh: "继续执行记录" },
  { code: "end_assessment", zh: "期满评估" },
  { code: "annual_assessment", zh: "年度评估" },
  { code: "half_year_summary", zh: "半年小结" },
  { code: "release_request", zh: "函请出具解除通知书" },
  { code: "release_notice", zh: "解除通知书" },
  { code: "termination_statement", zh: "终止说明" },
  { code: "isolation_order", zh: "强制隔离戒毒决定书" },
  { code: "death_certificate", zh: "死亡证明" },
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number]["code"];

/** Whether a document counts only once it was served on the person, with a receipt. */
export function needsService(kind: DocumentKind): boolean {
  return servedKinds.has(kind);
}

const servedKinds: ReadonlySet<DocumentKind> = new Set([
  "no_show_warning",
  "admonition",
  "warning",
  "test_notice",
  "breach_notice",
  "release_notice",
]);

/** How a document is served (公安机关办理行政案件程序规定 第三十六条). */
export const SERVICE_METHODS = [
  { code: "direct", zh: "直接送达" },
  { code: "proxy", zh: "代收" },
  { code: "left", zh: "留置送达" },
  { code: "entrusted", zh: "委托送达" },
  { code: "mail", zh: "邮寄送达" },
  { code: "electronic", zh: "经同意的电子送达" },
  { code: "announced", zh: "公告送达" },
] as const;

export type ServiceMethod = (typeof SERVICE_METHODS)[number]["code"];

/** What a 送达回执 holds. */
export interface ServiceReceipt {
  readonly method: ServiceMethod;
  readonly issuedOn: PlainDate;
  readonly servedOn: PlainDate;
  readonly receivedBy: string | null;
  readonly relation: string | null;
  readonly refusal: string | null;
  readonly witness: string | null;
  readonly servers: readonly string[];
}

/** What can be missing from a receipt. */
export const SERVICE_GAPS = [
  { code: "before_issue", zh: "送达日期早于文书日期" },
  { code: "two_servers", zh: "送达人应为两人" },
  { code: "receiver", zh: "代收须写明代收人" },
  { code: "relation", zh: "代收须写明与本人的关系" },
  { code: "refusal", zh: "留置送达须写明拒收事由" },
  { code: "witness", zh: "留置送达须有见证人" },
  { code: "announcement_days", zh: "公告满60日方为送达" },
] as const;

export type ServiceGap = (typeof SERVICE_GAPS)[number]["code"];

const announcementDays = 60;

/** What a receipt lacks to prove that the document was served (公安机关办理行政案件程序规定 第三十六条). */
export function serviceGaps(receipt: ServiceReceipt): ServiceGap[] {
  const gaps: ServiceGap[] = [];
  const { method, issuedOn, servedOn } = receipt;
  if (servedOn < issuedOn) gaps.push("before_issue");
  if (method === "direct" || method === "proxy" || method === "left") {
    if (receipt.servers.length < 2) gaps.push("two_servers");
  }
  if (method === "proxy") {
    if (receipt.receivedBy === null) gaps.push("receiver");
    if (receipt.relation === null) gaps.push("relation");
  }
  if (method === "left") {
    if (receipt.refusal === null) gaps.push("refusal");
    if (receipt.witness === null) gaps.push("witness");
  }
  if (method === "announced" && daysBetween(issuedOn, servedOn) < announcementDays)
    gaps.push("announcement_days");
  return gaps;
}

/** A document of a case with the receipts of its service. */
export interface IssuedDocument {
  readonly kind: DocumentKind;
  readonly number: string | null;
  readonly issuedOn: PlainDate;
  readonly receipts: readonly ServiceReceipt[];
}

/** Whether a document waits for its service: one that must be served and has no receipt. */
export function isUnserved({ kind, receipts }: IssuedDocument): boolean {
  return needsService(kind) && receipts.length === 0;
}
