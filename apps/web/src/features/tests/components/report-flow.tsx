import { testsEndpoints } from "@rehab/schema/tests";
import type { TestView } from "@rehab/schema/test-views";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { dayText } from "../../../lib/day-text.ts";
import { LetterFlow } from "../../../ui/letter-flow.tsx";
import type { LetterValues } from "../../../ui/letter-flow.tsx";
import { changedByTests } from "../test-answers.ts";

interface ReportFlowProps {
  readonly enrolleeId: string;
  readonly test: TestView;
  readonly onClose: () => void;
}

/** Proposes that the police are told of a positive test. */
export function ReportFlow({ enrolleeId, test, onClose }: ReportFlowProps) {
  const { t } = useTranslation();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(testsEndpoints.proposeReport, {
    request: (values: LetterValues) => ({
      params: { id: enrolleeId, factId: test.id },
      body: { id, ...values },
    }),
    invalidates: changedByTests,
    onDone: onClose,
  });
  return (
    <LetterFlow
      form={form}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      texts={{
        label: t("tests.report.title"),
        questions: {
          letterNumber: t("tests.report.letterTitle"),
          organ: t("tests.report.organTitle"),
          note: t("tests.report.noteTitle"),
          summary: t("tests.report.summaryTitle"),
        },
        fields: {
          letterNumber: t("tests.report.letterNumber"),
          organ: t("tests.report.organ"),
          note: t("tests.report.note"),
        },
        missing: {
          letterNumber: t("tests.report.letterMissing"),
          organ: t("tests.report.organMissing"),
        },
        help: { organ: t("tests.report.organHelp"), note: t("tests.report.noteHelp") },
        afterwards: t("tests.report.why"),
      }}
      facts={[
        { label: t("tests.file.by"), value: dayText(test.on) },
        { label: t("tests.file.basis"), value: test.positive?.citation },
      ]}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
