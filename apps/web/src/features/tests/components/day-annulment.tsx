import { TEST_METHODS } from "@rehab/domain/testing/drug-test";
import type { TestSessionView } from "@rehab/schema/test-views";
import { testsEndpoints } from "@rehab/schema/tests";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { AnnulButton } from "../../../parts/annul-button.tsx";
import { Annulled } from "../../../ui/annul-dialog.tsx";
import styles from "../../../ui/matter.module.css";
import { changedByTests } from "../test-answers.ts";
import { useResultsText } from "./results-text.ts";

/** Takes a whole test day back with the reason, or says why that cannot be, or that it was done. */
export function DayAnnulment({ session }: { readonly session: TestSessionView }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const resultsText = useResultsText();
  if (session.annulled !== null) return <Annulled annulled={session.annulled} />;
  if (session.annulObstacle !== null) return <span className={styles.small}>{session.annulObstacle}</span>;
  const day = `${dayText(session.happenedOn)} ${labelOf(TEST_METHODS, session.method)}`;
  return (
    <AnnulButton
      endpoint={testsEndpoints.annulDay}
      request={(reason) => ({ params: { id: session.id }, body: { reason } })}
      changed={changedByTests}
      what={t("tests.sessions.annulWhat", { day, results: resultsText(session.results) })}
      button={t("tests.sessions.annul")}
      help={t("tests.sessions.annulHelp")}
    />
  );
}
