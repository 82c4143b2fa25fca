import type { EnrolleeFile } from "@rehab/schema/enrollees";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useSession } from "../../../api/session.ts";
import { dayText } from "../../../lib/day-text.ts";
import { attentionOf } from "../attention.ts";
import type { Attention } from "../attention.ts";

/** Stands only when something needs doing: what, until when, and by which article. */
export function AttentionBanner({ file }: { readonly file: EnrolleeFile }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const items = attentionOf(file, session.today);
  const textOf = useAttentionText();
  if (items.length === 0) return null;

  const calm = items.every(
    ({ kind }) => kind === "pendingReport" || kind === "provisional" || kind === "noAgreement",
  );
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

function useAttentionText(): (item: Attention) => { text: string; basis?: string } {
  const { t } = useTranslation();
  return (item) => {
    switch (item.kind) {
      case "overdueReport":
        return {
          text: t("enrollees.attention.overdueReport", { due: dayText(item.due), days: item.days }),
          basis: t(
            item.measure === "community_detox"
              ? "enrollees.attention.overdueReportBasis"
              : "enrollees.attention.overdueReportBasisRehab",
          ),
        };
      case "pendingReport":
        return { text: t("enrollees.attention.pendingReport", { due: dayText(item.due), days: item.days }) };
      case "expired":
        return {
          text: t("enrollees.attention.expired", { end: dayText(item.end) }),
          basis: t("enrollees.attention.expiredBasis"),
        };
      case "lostContact":
      case "leaveOverdue":
      case "noAgreement":
        return {
          text: t(`enrollees.attention.${item.kind}`),
          basis: t(`enrollees.attention.${item.kind}Basis`),
        };
      default:
        return { text: t("enrollees.attention.provisional") };
    }
  };
}
