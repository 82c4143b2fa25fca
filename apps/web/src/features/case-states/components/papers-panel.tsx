import { caseStatesEndpoints } from "@rehab/schema/case-states";
import type { CaseStateFile } from "@rehab/schema/case-states";
import { useTranslation } from "react-i18next";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { DocumentForm } from "../../../parts/matter/document-form.tsx";
import { DocumentsPanel } from "../../../parts/matter/documents-panel.tsx";
import { changedByState, stateMatter } from "../state-answers.ts";

const routineKinds = [
  { kind: "end_assessment", obstacle: null },
  { kind: "annual_assessment", obstacle: null },
  { kind: "half_year_summary", obstacle: null },
  { kind: "release_request", obstacle: null, addressed: true },
] as const;

/** The papers of states and of the end, with the service of the notice. */
export function PapersPanel({ file }: { readonly file: CaseStateFile }) {
  const { t } = useTranslation();
  const missed = file.end?.missedWindows ?? 0;
  const missedHelp = missed > 0 ? t("caseStates.paper.missedHelp", { count: missed }) : undefined;
  return (
    <DocumentsPanel
      matter={stateMatter(file.enrolleeId)}
      documents={file.documents}
      title={t("caseStates.paper.title")}
      recordLabel={t("caseStates.paper.record")}
      empty={t("caseStates.paper.empty")}
      obstacle={obstacleOf(file, "recordPaper")}
      canAnnul={({ kind }) => routineKinds.some((each) => each.kind === kind)}
      renderForm={(close) => (
        <DocumentForm
          label={t("caseStates.paper.record")}
          endpoint={caseStatesEndpoints.recordPaper}
          enrolleeId={file.enrolleeId}
          changed={changedByState}
          kinds={routineKinds}
          initialKind={file.end?.reminder === null ? "annual_assessment" : "end_assessment"}
          numbered={false}
          noteOf={(kind) => ({
            label: t("caseStates.paper.note"),
            help: kind === "release_request" ? undefined : missedHelp,
          })}
          noteLength={1000}
          onClose={close}
        />
      )}
    />
  );
}
