import { breachesEndpoints } from "@rehab/schema/breaches";
import type { BreachFile } from "@rehab/schema/breaches";
import { useTranslation } from "react-i18next";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { DocumentForm } from "../../../parts/matter/document-form.tsx";
import { DocumentsPanel } from "../../../parts/matter/documents-panel.tsx";
import { breachMatter, changedByBreach } from "../breach-answers.ts";

/** The documents of the breaches with their service; which can be issued follows from how far it came. */
export function BreachDocuments({ file }: { readonly file: BreachFile }) {
  const { t } = useTranslation();
  const possible = file.issuable.filter(({ obstacle }) => obstacle === null);
  const wanted = possible.find(({ kind }) => kind === file.next?.document) ?? possible[0];
  return (
    <DocumentsPanel
      matter={breachMatter(file.enrolleeId)}
      documents={file.documents}
      title={t("noShows.document.title")}
      recordLabel={t("noShows.document.record")}
      empty={t("noShows.document.empty")}
      obstacle={obstacleOf(file, "issueDocument")}
      canAnnul={({ kind }) => kind !== "isolation_order"}
      renderForm={(close) => (
        <DocumentForm
          label={t("noShows.document.record")}
          endpoint={breachesEndpoints.issueDocument}
          enrolleeId={file.enrolleeId}
          changed={changedByBreach}
          kinds={file.issuable}
          initialKind={wanted?.kind ?? "test_notice"}
          numbered
          noteOf={(kind) =>
            kind === "test_notice"
              ? { label: t("breaches.document.whenAndWhere"), required: true }
              : { label: t("noShows.document.note") }
          }
          noteLength={500}
          onClose={close}
        />
      )}
    />
  );
}
