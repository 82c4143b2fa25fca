import { noShowsEndpoints } from "@rehab/schema/no-shows";
import type { NoShowFile } from "@rehab/schema/no-shows";
import { useTranslation } from "react-i18next";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { DocumentForm } from "../../../parts/matter/document-form.tsx";
import { DocumentsPanel } from "../../../parts/matter/documents-panel.tsx";
import { changedByNoShow, noShowMatter } from "../no-show-answers.ts";

const kinds = [
  { kind: "no_show_warning", obstacle: null },
  { kind: "no_show_certificate", obstacle: null },
] as const;

/** The warnings and certificates of the case with their service. */
export function NoShowDocuments({ file }: { readonly file: NoShowFile }) {
  const { t } = useTranslation();
  return (
    <DocumentsPanel
      matter={noShowMatter(file.enrolleeId)}
      documents={file.documents}
      title={t("noShows.document.title")}
      recordLabel={t("noShows.document.record")}
      empty={t("noShows.document.empty")}
      obstacle={obstacleOf(file, "issueDocument")}
      canAnnul={() => true}
      renderForm={(close) => (
        <DocumentForm
          label={t("noShows.document.record")}
          endpoint={noShowsEndpoints.issueDocument}
          enrolleeId={file.enrolleeId}
          changed={changedByNoShow}
          kinds={kinds}
          initialKind="no_show_warning"
          numbered
          noteOf={() => ({ label: t("noShows.document.note") })}
          noteLength={500}
          onClose={close}
        />
      )}
    />
  );
}
