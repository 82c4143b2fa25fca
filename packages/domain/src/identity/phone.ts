export const PHONE_ISSUES = [
  { code: "missing_phone", zh: "缺少联系电话" },
  { code: "phone_invalid", zh: "电话号码不对：应为11位手机号，或带区号的座机号" },
] as const;

export type PhoneIssue = (typeof PHONE_ISSUES)[number]["code"];

export type PhoneResult =
  | { readonly ok: true; readonly value: string; readonly kind: "mobile" | "landline" }
  | { readonly ok: false; readonly issue: PhoneIssue; readonly normalized: string };

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0(10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/;

/** Digits only: spaces, dashes, brackets, full-width forms and the country code 86 are put right. */
export function normalizePhone(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[\s\p{Dash_Punctuation}\p{Format}()./'`]/gu, "")
    .replace(/^(\+|00)86/, "")
    .replace(/^86(?=1\d{10}$)/, "");
}

/** Reads a mainland mobile number, or a landline with its area code. */
export function readPhone(text: string): PhoneResult {
  const normalized = normalizePhone(text);
  if (normalized === "") return { ok: false, issue: "missing_phone", normalized };
  if (MOBILE.test(normalized)) return { ok: true, value: normalized, kind: "mobile" };
  if (LANDLINE.test(normalized)) return { ok: true, value: normalized, kind: "landline" };
  return { ok: false, issue: "phone_invalid", normalized };
}

/** `150****4283`: first three and last four digits; a text of seven or fewer is masked whole. */
export function maskPhone(phone: string): string {
  if (phone.length <= 7) return "*".repeat(phone.length);
  return phone.slice(0, 3) + "*".repeat(phone.length - 7) + phone.slice(-4);
}
