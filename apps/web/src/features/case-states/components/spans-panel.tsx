import { CONTROL_REASONS } from "@rehab/domain/indicators/control-reason";
import type { CaseStateFile } from "@rehab/schema/case-states";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { CaseStateTag } from "../../../ui/case-tags.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Panel } from "../../../ui/panel.tsx";

/** The states of the case up to today, latest first, with what began each. */
export function SpansPanel({ file }: { readonly file: CaseStateFile }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (
    <Panel title={t("caseStates.spans.title")} flush>
      <DataTable
        label={t("caseStates.spans.title")}
        rows={file.spans}
        rowKey={({ from }) => from}
        compact
        minWidth={600}
        columns={[
          {
            key: "state",
            title: t("caseStates.spans.state"),
            width: 150,
            render: (_, { state }) => <CaseStateTag state={state} />,
          },
          {
            key: "days",
            title: t("caseStates.spans.days"),
            width: 190,
            render: (_, { from, to }) =>
              to === null
                ? t("caseStates.spans.lasting", { from })
                : t("caseStates.spans.over", { from, to }),
          },
          {
            key: "length",
            title: t("caseStates.spans.length"),
            width: 70,
            render: (_, { days }) => t("caseStates.spans.dayCount", { count: days }),
          },
          { key: "because", title: t("caseStates.spans.because"), render: (_, { because }) => because },
          {
            key: "control",
            title: t("caseStates.spans.control"),
            width: 120,
            render: (_, { reason }) => (reason === null ? "" : labelOf(CONTROL_REASONS, reason)),
          },
        ]}
      />
    </Panel>
  );
}
