import { TEST_EXCUSES } from "@rehab/domain/testing/test-day";
import type { CallRow } from "@rehab/schema/test-views";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";

interface OthersPanelProps {
  readonly rows: readonly CallRow[];
  readonly nameOf: (row: CallRow) => string;
  readonly onAdd: (enrolleeId: string) => void;
}

const cannotCome: ReadonlySet<string | null> = new Set([
  "not_registered",
  "not_reported",
  "suspended",
  "expired",
]);

/** Who is not due, and why: no refusal and no absence. Whoever comes all the same can be added. */
export function OthersPanel({ rows, nameOf, onAdd }: OthersPanelProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (
    <Panel flush title={t("tests.grid.others", { count: rows.length })}>
      <p className={styles.small}>{t("tests.grid.othersHelp")}</p>
      <DataTable
        compact
        label={t("tests.grid.others", { count: rows.length })}
        rows={rows}
        rowKey={({ enrolleeId }) => enrolleeId}
        columns={[
          { key: "person", title: t("tests.grid.person"), render: (_, row) => nameOf(row) },
          {
            key: "reason",
            title: t("tests.grid.reason"),
            render: (_, { excuse }) => (excuse === null ? "" : labelOf(TEST_EXCUSES, excuse)),
          },
          {
            key: "add",
            title: "",
            render: (_, row) =>
              cannotCome.has(row.excuse) ? (
                <span className={styles.soft}>{t("tests.grid.cannotAdd")}</span>
              ) : (
                <Button
                  size="small"
                  aria-label={t("tests.grid.addOf", { name: nameOf(row) })}
                  onClick={() => onAdd(row.enrolleeId)}
                >
                  {t("tests.grid.add")}
                </Button>
              ),
          },
        ]}
      />
    </Panel>
  );
}
