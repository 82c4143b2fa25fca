import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import { breachesEndpoints } from "@rehab/schema/breaches";
import { caseStatesEndpoints } from "@rehab/schema/case-states";
import { leavesEndpoints } from "@rehab/schema/leaves";
import { noShowsEndpoints } from "@rehab/schema/no-shows";
import { testsEndpoints } from "@rehab/schema/tests";
import { visitsEndpoints } from "@rehab/schema/visits";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { momentText } from "../../../lib/day-text.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { useFile } from "../file-context.ts";

const documents = new Set<string>([
  noShowsEndpoints.document.name,
  breachesEndpoints.document.name,
  caseStatesEndpoints.document.name,
  visitsEndpoints.document.name,
  leavesEndpoints.document.name,
]);
const letters = new Set<string>([
  noShowsEndpoints.referralLetter.name,
  breachesEndpoints.referralLetter.name,
  testsEndpoints.reportLetter.name,
]);

function AccessLogPage() {
  const { t } = useTranslation();
  const { file } = useFile();
  const log = useQuery(q(enrolleesEndpoints.accessLog, { params: { id: file.id } }));
  return (
    <section aria-label={t("enrollees.file.accessLog")}>
      <p style={{ marginBottom: 8, color: "var(--ink-soft)" }}>{t("enrollees.access.purpose")}</p>
      <ProblemAlert error={log.error} onRetry={() => void log.refetch()} />
      <DataTable
        label={t("enrollees.file.accessLog")}
        rows={log.data?.entries}
        rowKey={({ id }) => id}
        minWidth={560}
        loading={log.isPending}
        empty={<EmptyState title={t("enrollees.access.empty")} />}
        columns={[
          { key: "at", title: t("enrollees.access.at"), width: 160, render: (_, { at }) => momentText(at) },
          { key: "who", title: t("enrollees.access.who"), width: 120, dataIndex: "actorName" },
          {
            key: "where",
            title: t("enrollees.access.where"),
            width: 160,
            render: (_, { stationName }) => stationName ?? t("frame.bureauStaff"),
          },
          {
            key: "what",
            title: t("enrollees.access.what"),
            render: (_, { action, fields }) => {
              if (documents.has(action)) return t("enrollees.access.document");
              if (letters.has(action)) return t("enrollees.access.letter");
              if (fields.length === 0) return t("enrollees.access.opened");
              const shown = fields.map((field) => t(`enrollees.access.fields.${field}`)).join("、");
              return t("enrollees.access.revealed", { fields: shown });
            },
          },
        ]}
      />
    </section>
  );
}

export { AccessLogPage as Component };
