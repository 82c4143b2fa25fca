import { TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import type { CallRow } from "@rehab/schema/test-views";
import { Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../../../lib/code-label.ts";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { resultIn } from "../day-draft.ts";
import type { DayDraft, RowDraft } from "../day-draft.ts";

interface ExceptionsPanelProps {
  readonly rows: readonly CallRow[];
  readonly draft: DayDraft;
  readonly nameOf: (row: CallRow) => string;
  readonly onChange: (enrolleeId: string, change: RowDraft) => void;
}

/** Beside the grid: what there is to say about everybody who is not simply negative. */
export function ExceptionsPanel({ rows, draft, nameOf, onChange }: ExceptionsPanelProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const shown = rows.filter(({ enrolleeId, sex }) => {
    const result = resultIn(draft, enrolleeId);
    return result !== "skip" && (result !== "negative" || sex === null);
  });
  return (
    <Panel title={t("tests.exceptions.title")}>
      {shown.length === 0 && <p className={styles.soft}>{t("tests.exceptions.none")}</p>}
      <ul className={styles.list} aria-label={t("tests.exceptions.title")}>
        {shown.map((row) => {
          const result = resultIn(draft, row.enrolleeId);
          const { reason = "", sex = null } = draft.rows[row.enrolleeId] ?? {};
          const isAway = result === "refused" || result === "absent";
          return (
            <li key={row.enrolleeId} className={styles.item}>
              <div className={styles.line}>
                <strong>{nameOf(row)}</strong>
                {result !== "skip" && <span>{labelOf(TEST_RESULTS, result)}</span>}
              </div>
              {result === "positive" && <p className={styles.small}>{t("tests.exceptions.positive")}</p>}
              {result === "invalid" && <p className={styles.small}>{t("tests.exceptions.invalid")}</p>}
              {isAway && (
                <p className={styles.small}>
                  {t(row.called ? "tests.exceptions.called" : "tests.exceptions.notCalled")}
                </p>
              )}
              {row.sex === null && !isAway && (
                <Radio.Group
                  aria-label={`${nameOf(row)} ${t("tests.grid.sex")}`}
                  value={sex}
                  onChange={(event) =>
                    onChange(row.enrolleeId, { sex: event.target.value as "male" | "female" })
                  }
                  options={[
                    { value: "male", label: t("common.male") },
                    { value: "female", label: t("common.female") },
                  ]}
                />
              )}
              {result !== "negative" && (
                <Input
                  size="small"
                  maxLength={200}
                  autoComplete="off"
                  placeholder={t("tests.exceptions.reason")}
                  aria-label={t("tests.exceptions.reasonOf", { name: nameOf(row) })}
                  value={reason}
                  onChange={(event) => onChange(row.enrolleeId, { reason: event.target.value })}
                />
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
