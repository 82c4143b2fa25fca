import { APPROVAL_STATES } from "@rehab/domain/supervision/approval";
import { TEST_METHODS, TEST_RESULTS, TEST_STEPS } from "@rehab/domain/testing/drug-test";
import type { TestResult } from "@rehab/domain/testing/drug-test";
import { POSITIVE_STAGES } from "@rehab/domain/testing/positive-standing";
import { testsEndpoints } from "@rehab/schema/tests";
import type { TestFile, TestStepView, TestView } from "@rehab/schema/test-views";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useAction } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText, momentText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { saveDownload } from "../../../lib/save-download.ts";
import { Explain } from "../../../ui/explain.tsx";
import matter from "../../../ui/matter.module.css";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { Tone } from "../../../ui/status-tag.tsx";
import { TestActions } from "./test-actions.tsx";
import { AnnulFact } from "../../../parts/matter/annul-fact.tsx";
import styles from "./tests.module.css";
import { testMatter } from "../test-answers.ts";

const tones: Readonly<Record<TestResult, Tone>> = {
  negative: "done",
  positive: "dueSoon",
  invalid: "dueSoon",
  refused: "overdue",
  absent: "overdue",
  pending: "running",
};

interface TestItemProps {
  readonly file: TestFile;
  readonly test: TestView;
}

/** One test with what followed it, and what can be done next. */
export function TestItem({ file, test }: TestItemProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { annulled, on, method, result, seen, positive } = test;
  const what = `${dayText(on)} ${labelOf(TEST_METHODS, method)}`;
  const reports = file.reports.filter(({ testId }) => testId === test.id);
  return (
    <li className={classNames(matter.item, annulled !== null && matter.annulled)}>
      <div className={matter.line}>
        <strong className={matter.words}>{what}</strong>
        <StatusTag tone={tones[result]}>{labelOf(TEST_RESULTS, result)}</StatusTag>
        {result !== seen && <span>{t("tests.file.seen", { result: labelOf(TEST_RESULTS, seen) })}</span>}
        {positive !== null && (
          <StatusTag tone={positive.stage === "answered" ? "done" : "dueSoon"}>
            {labelOf(POSITIVE_STAGES, positive.stage)}
          </StatusTag>
        )}
        <span className={matter.spring} />
        {annulled === null && (
          <AnnulFact
            matter={testMatter(file.enrolleeId)}
            fact="test"
            factId={test.id}
            what={what}
            help={t("tests.file.annulHelp")}
          />
        )}
      </div>
      <TestFacts test={test} />
      {positive !== null && annulled === null && <PositiveLines positive={positive} />}
      {test.steps.length > 0 && (
        <ol className={styles.steps} aria-label={what}>
          {test.steps.map((step) => (
            <StepItem key={step.id} step={step} enrolleeId={file.enrolleeId} />
          ))}
        </ol>
      )}
      {reports.map((report) => (
        <ReportLine key={report.id} report={report} enrolleeId={file.enrolleeId} />
      ))}
      {annulled === null ? (
        <TestActions file={file} test={test} />
      ) : (
        <p>{t("tests.file.annulled", { reason: annulled.reason })}</p>
      )}
    </li>
  );
}

function TestFacts({ test }: { readonly test: TestView }) {
  const { t } = useTranslation();
  const { place, testers, sampleNumber, details, note, called, delegationId, recordedBy, recordedAt } = test;
  const sample =
    details.sampleB !== undefined
      ? t("tests.file.sampleAB", { a: sampleNumber, b: details.sampleB })
      : sampleNumber === null
        ? ""
        : t("tests.file.sample", { number: sampleNumber });
  const facts = [
    place === null ? "" : t("tests.file.place", { place }),
    testers.length === 0 ? "" : t("tests.file.testers", { names: testers.join("、") }),
    details.womanCollector === undefined ? "" : t("tests.file.collector", { name: details.womanCollector }),
    sample,
    details.laboratory === undefined
      ? ""
      : t("tests.file.laboratory", { laboratory: details.laboratory, day: details.sentOn ?? "" }),
    delegationId === null ? "" : t("tests.file.delegated"),
    details.reason ?? "",
    note ?? "",
    called === null ? "" : t(called ? "tests.file.called" : "tests.file.notCalled"),
  ];
  return (
    <>
      <p className={matter.words}>{facts.filter(Boolean).join("　")}</p>
      <p className={matter.small}>
        {recordedBy === null
          ? t("tests.file.imported", { moment: momentText(recordedAt) })
          : t("tests.file.recordedBy", { who: recordedBy, moment: momentText(recordedAt) })}
      </p>
    </>
  );
}

function PositiveLines({ positive }: { readonly positive: NonNullable<TestView["positive"]> }) {
  const { t } = useTranslation();
  const { stage, reportBy, retest, citation, says } = positive;
  const waits = stage === "to_review" || stage === "to_report";
  return (
    <div className={matter.line}>
      {waits && <span>{t("tests.file.reportBy", { day: dayText(reportBy) })}</span>}
      {retest !== null && retest.askedOn === null && stage !== "answered" && (
        <span>{t("tests.file.retest", { day: dayText(retest.askBy) })}</span>
      )}
      {retest !== null && retest.askedOn !== null && retest.answeredOn === null && (
        <span>
          {t("tests.file.retestAsked", {
            asked: retest.askedOn,
            decide: retest.decideBy,
            send: retest.sendBy,
          })}
        </span>
      )}
      <Explain title={citation} label={t("tests.file.basis")}>
        {says}
      </Explain>
      <span className={matter.soft}>{t("tests.file.noConclusion")}</span>
    </div>
  );
}

function StepItem({ step, enrolleeId }: { readonly step: TestStepView; readonly enrolleeId: string }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { id, kind, on, result, note, details, recordedBy, recordedAt, annulled } = step;
  const what = `${dayText(on)} ${labelOf(TEST_STEPS, kind)}`;
  return (
    <li className={classNames(annulled !== null && matter.annulled)}>
      <div className={matter.line}>
        <span className={matter.words}>
          {what}
          {result !== null && <strong>　{labelOf(TEST_RESULTS, result)}</strong>}
        </span>
        <span>{details.map(({ label, value }) => `${label} ${value}`).join("　")}</span>
        {note !== null && <span>{note}</span>}
        <span className={matter.spring} />
        {annulled === null && kind !== "police_informed" && (
          <AnnulFact
            matter={testMatter(enrolleeId)}
            fact="step"
            factId={id}
            what={what}
            help={t("tests.file.annulHelp")}
          />
        )}
      </div>
      <p className={matter.small}>
        {annulled === null
          ? t("tests.file.recordedBy", {
              who: recordedBy ?? t("common.unknown"),
              moment: momentText(recordedAt),
            })
          : t("tests.file.annulled", { reason: annulled.reason })}
      </p>
    </li>
  );
}

interface ReportLineProps {
  readonly report: TestFile["reports"][number];
  readonly enrolleeId: string;
}

const reportTones = { open: "running", confirmed: "done", refused: "overdue", withdrawn: "idle" } as const;

function ReportLine({ report, enrolleeId }: ReportLineProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  const word = useAction(testsEndpoints.reportLetter, {
    onDone: ({ blob, fileName }) => saveDownload(blob, fileName),
  });
  const { state, letterNumber, organ, proposedBy, proposedAt, decidedBy, decidedAt, reason } = report;
  const decided = { who: decidedBy ?? "", moment: decidedAt === null ? "" : momentText(decidedAt), reason };
  return (
    <div className={matter.line}>
      <StatusTag tone={reportTones[state]}>{labelOf(APPROVAL_STATES, state)}</StatusTag>
      <span>
        {letterNumber}　{organ}
      </span>
      <span className={matter.small}>
        {t("tests.report.proposed", { who: proposedBy, moment: momentText(proposedAt) })}
        {state !== "open" && `　${t(`tests.report.${state}`, decided)}`}
      </span>
      {(state === "open" || state === "confirmed") && ability.can("export", "CaseFile") && (
        <Button
          size="small"
          loading={word.isPending}
          onClick={() => word.mutate({ params: { id: enrolleeId, factId: report.id } })}
        >
          {t("tests.report.word")}
        </Button>
      )}
      {state === "open" && <Link to={paths.approvals}>{t("tests.report.toApprovals")}</Link>}
    </div>
  );
}
