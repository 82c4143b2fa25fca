import { HANDOFF_PAPERS } from "@rehab/domain/handoff/handoff-record";
import type { HandoffFile } from "@rehab/schema/handoffs";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../../../lib/code-label.ts";

/** What is unusual about this hand-off, and what to do about it. */
export function Warnings({ file }: { readonly file: HandoffFile }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  if (file.warnings.length === 0) return null;
  const text = (warning: HandoffFile["warnings"][number]) =>
    t(`handoffs.warning.${warning}`, {
      count: file.liveOrders.length,
      papers: file.missingPapers.map((paper) => labelOf(HANDOFF_PAPERS, paper)).join("、"),
      township: file.townshipName ?? "",
      station: file.stationName,
    });
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={t("handoffs.warning.title")}
      description={
        <ul style={{ margin: 0, paddingLeft: 18 }}>
          {file.warnings.map((warning) => (
            <li key={warning}>{text(warning)}</li>
          ))}
        </ul>
      }
    />
  );
}
