import type { EnrolleeFile } from "@rehab/schema/enrollees";
import type { Measure } from "@rehab/schema/supervision";
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
  const textOf = useAttentionText(file.cases[0]?.measure ?? "community_detox");
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
function useAttentionText(measure: Measure): (item: Attention) => { text: string; basis: string } {
  const { t } = useTranslation();
  return (item) => {
    if (item.kind === "provisional") return { text: t("enrollees.attention.provisional"), basis: "" };
    const basis = t(`enrollees.attention.basis.${measure}.${item.kind}`);
    switch (item.kind) {
      case "overdueReport":
      case "pendingReport":
      case "overdueAtNewPlace":
      case "pendingAtNewPlace": {
        const { kind, due, days } = item;
        return { text: t(`enrollees.attention.${kind}`, { due: dayText(due), days }), basis };
      }
      case "expired":
        return { text: t("enrollees.attention.expired", { end: dayText(item.end) }), basis };
      default:
        return { text: t(`enrollees.attention.${item.kind}`), basis };
    }
  };
}
