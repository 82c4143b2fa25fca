import type { TestFile, TestView } from "@rehab/schema/test-views";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "../../../ui/matter.module.css";
import { ReportFlow } from "./report-flow.tsx";
import { ReviewForm, StepForm } from "./step-forms.tsx";

const stepKinds = {
  recordLabResult: "lab_result",
  requestRetest: "retest_requested",
  recordRetest: "retest_result",
  recordAnswer: "police_answered",
} as const;

const actionNames = [
  "review",
  "proposeReport",
  "recordAnswer",
  "requestRetest",
  "recordRetest",
  "recordLabResult",
] as const;
type ActionName = (typeof actionNames)[number];

interface TestActionsProps {
  readonly file: TestFile;
  readonly test: TestView;
}

/** What can be done next about a test, and of what comes next but cannot be done the reason. */
export function TestActions({ file, test }: TestActionsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ActionName>();
  const close = () => setOpen(undefined);
  const isOpenMatter =
    test.result === "pending" || (test.positive !== null && test.positive.stage !== "answered");
  const of = (name: ActionName) => test.actions.find(({ action }) => action === name);
  // A laboratory can answer any sample; offered where one was sent or the result is contested.
  const offered = actionNames.filter(
    (name) => of(name)?.allowed === true && (name !== "recordLabResult" || isOpenMatter),
  );
  const next = nextOf(test);
  const reason = next !== undefined && !offered.includes(next) ? of(next)?.reason : undefined;
  const common = { enrolleeId: file.enrolleeId, testId: test.id, onClose: close };
  return (
    <>
      {open === undefined && offered.length > 0 && (
        <div className={styles.line} role="group" aria-label={t("tests.file.next")}>
          {offered.map((name) => (
            <Button
              key={name}
              size="small"
              {...(name === next && { type: "primary" as const })}
              onClick={() => setOpen(name)}
            >
              {t(`tests.file.actions.${name}`)}
            </Button>
          ))}
        </div>
      )}
      {next !== undefined && typeof reason === "string" && (
        <p className={styles.small}>
          {t(`tests.file.actions.${next}`)}：{reason}
        </p>
      )}
      {open === "review" && <ReviewForm {...common} />}
      {open === "proposeReport" && <ReportFlow enrolleeId={file.enrolleeId} test={test} onClose={close} />}
      {open !== undefined && open !== "review" && open !== "proposeReport" && (
        <StepForm
          {...common}
          kind={stepKinds[open]}
          label={t(`tests.file.actions.${open}`)}
          laboratory={test.details.laboratory ?? ""}
        />
      )}
    </>
  );
}

/** What the matter waits for. */
function nextOf({ result, positive }: TestView): ActionName | undefined {
  if (result === "pending") return "recordLabResult";
  switch (positive?.stage) {
    case "to_review":
      return "review";
    case "to_report":
      return "proposeReport";
    case "informed":
      return "recordAnswer";
    default:
      return undefined;
  }
}
