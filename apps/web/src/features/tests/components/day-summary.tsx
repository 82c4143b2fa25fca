import { TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import type { CallRow } from "@rehab/schema/test-views";
import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../../../lib/code-label.ts";
import styles from "../../../ui/matter.module.css";
import { resultIn } from "../day-draft.ts";
import type { DayDraft, RowResult } from "../day-draft.ts";

interface DaySummaryProps {
  readonly open: boolean;
  readonly line: string;
  readonly counts: Readonly<Record<RowResult, number>>;
  readonly listed: readonly CallRow[];
  readonly draft: DayDraft;
  readonly nameOf: (row: CallRow) => string;
  readonly pending: boolean;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
}

/** The one confirmation: each exception by name, and how many others are negative. */
export function DaySummary(props: DaySummaryProps) {
  const { open, line, counts, listed, draft, nameOf, pending, onConfirm, onBack } = props;
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const exceptions = (["positive", "invalid", "refused", "absent"] as const).filter(
    (result) => counts[result] > 0,
  );
  return (
    <Modal
      open={open}
      title={t("tests.confirm.title")}
      okText={t("tests.confirm.ok")}
      cancelText={t("tests.confirm.back")}
      confirmLoading={pending}
      onOk={onConfirm}
      onCancel={onBack}
    >
      <p>{line}</p>
      <ul className={styles.list}>
        {exceptions.map((result) => (
          <li key={result}>
            {labelOf(TEST_RESULTS, result)} {counts[result]}：
            {listed
              .filter(({ enrolleeId }) => resultIn(draft, enrolleeId) === result)
              .map(nameOf)
              .join("、")}
          </li>
        ))}
        <li>{t("tests.confirm.negative", { count: counts.negative })}</li>
        {counts.skip > 0 && <li>{t("tests.confirm.skipped", { count: counts.skip })}</li>}
      </ul>
    </Modal>
  );
}
