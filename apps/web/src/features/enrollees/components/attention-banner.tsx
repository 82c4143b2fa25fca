import type { CaseView, EnrolleeFile } from "@rehab/schema/enrollees";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useSession } from "../../../api/session.ts";
import { dayText } from "../../../lib/day-text.ts";
import { attentionOf } from "../attention.ts";
import type { Attention } from "../attention.ts";

const calmKinds: ReadonlySet<Attention["kind"]> = new Set([
  "pendingReport",
  "pendingAtNewPlace",
  "provisional",
  "noAgreement",
]);

/** Stands only when something needs doing: what, until when, and by which article. */
export function AttentionBanner({ file }: { readonly file: EnrolleeFile }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const items = attentionOf(file, session.today);
  const textOf = useAttentionText(file.cases[0]);
  if (items.length === 0) return null;

  const calm = items.every(({ kind }) => calmKinds.has(kind));
  return (
    <Alert
      style={{ marginTop: 12 }}
      type={calm ? "warning" : "error"}
      showIcon
      title={t("enrollees.attention.title")}
      description={items.map((item) => {
        const { text, basis } = textOf(item);
        return (
          <p key={item.kind}>
            {text} <span style={{ color: "var(--ink-soft)" }}>{basis}</span>
          </p>
        );
      })}
    />
  );
}

/** What is to be done, and by which article for this measure. */
function useAttentionText(
  present: CaseView | undefined,
): (item: Attention) => { text: string; basis: string } {
  const { t } = useTranslation();
  const measure = present?.measure ?? "community_detox";
  const deadline = present?.reportDeadline;
  return (item) => {
    switch (item.kind) {
      case "provisional":
        return { text: t("enrollees.attention.provisional"), basis: "" };
      case "overdueReport":
      case "pendingReport":
      case "overdueAtNewPlace":
      case "pendingAtNewPlace": {
        const { kind, due, days } = item;
        const text = t(`enrollees.attention.${kind}`, { due: dayText(due), days });
        // the version that counted for this person says how many days
        return { text, basis: deadline ? `${deadline.says}${deadline.citation}` : "" };
      }
      case "expired":
        return {
          text: t("enrollees.attention.expired", { end: dayText(item.end) }),
          basis: t(`enrollees.attention.basis.${measure}.expired`),
        };
      default:
        return {
          text: t(`enrollees.attention.${item.kind}`),
          basis: t(`enrollees.attention.basis.${measure}.${item.kind}`),
        };
    }
  };
}
