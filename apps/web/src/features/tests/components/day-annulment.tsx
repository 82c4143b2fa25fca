import { TEST_METHODS } from "@rehab/domain/testing/drug-test";
import type { TestSessionView } from "@rehab/schema/test-views";
import { testsEndpoints } from "@rehab/schema/tests";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { AnnulDialog, Annulled } from "../../../ui/annul-dialog.tsx";
import { changedByTests } from "../test-answers.ts";
import { useResultsText } from "./results-text.ts";
import styles from "./tests.module.css";

/** Takes a whole test day back with the reason, or says why that cannot be, or that it was done. */
export function DayAnnulment({ session }: { readonly session: TestSessionView }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const resultsText = useResultsText();
  const [open, setOpen] = useState(false);
  const { form, submit, pending, error, reset } = useBodyForm(testsEndpoints.annulDay, {
    request: ({ reason }: { reason: string }) => ({ params: { id: session.id }, body: { reason } }),
    invalidates: changedByTests,
    onDone: () => close(),
  });
  const close = () => {
    reset();
    setOpen(false);
  };
  if (session.annulled !== null) return <Annulled annulled={session.annulled} />;
  if (session.annulObstacle !== null) return <span className={styles.small}>{session.annulObstacle}</span>;
  const day = `${dayText(session.happenedOn)} ${labelOf(TEST_METHODS, session.method)}`;
  return (
    <AnnulDialog
      what={t("tests.sessions.annulWhat", { day, results: resultsText(session.results) })}
      words={{ button: t("tests.sessions.annul"), help: t("tests.sessions.annulHelp") }}
      form={form}
      open={open}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onOpen={() => setOpen(true)}
      onClose={close}
      onSubmit={submit}
    />
  );
}
