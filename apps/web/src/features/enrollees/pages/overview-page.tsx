import { MEASURES } from "@rehab/domain/supervision/measure";
import type { CaseView } from "@rehab/schema/enrollees";
import { Collapse } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { CaseStateTag } from "../../../ui/case-tags.tsx";
import { Explain } from "../../../ui/explain.tsx";
import { FactList } from "../../../ui/fact-list.tsx";
import type { Fact } from "../../../ui/fact-list.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { RateFraction } from "../../../ui/rate-fraction.tsx";
import { TermBar } from "../../../ui/term-bar.tsx";
import { WhyDate } from "../../../ui/why-date.tsx";
import { FormerNames } from "../components/former-names.tsx";
import { useFile } from "../file-context.ts";
import styles from "./overview-page.module.css";

function OverviewPage() {
  const { t } = useTranslation();
  const { file, revealed } = useFile();
  const [present, ...earlier] = file.cases;
  const { counts } = file;
  const day = (value: string | null) => (value === null ? null : dayText(value));

  const person: Fact[] = [
    { label: t("enrollees.sex"), value: file.sex && t(`common.${file.sex}`) },
    { label: t("enrollees.file.birthYear"), value: file.birthYear },
    { label: t("enrollees.file.ethnicity"), value: file.ethnicity },
    { label: t("enrollees.file.formerNames"), value: <FormerNames file={file} /> },
    { label: t("enrollees.file.phone"), value: revealed?.phone ?? file.maskedPhone },
    { label: t("enrollees.place"), value: [file.townshipName, file.village].filter(Boolean).join(" ") },
    { label: t("enrollees.file.residence"), value: file.residence },
    { label: t("enrollees.file.registeredAddress"), value: file.registeredAddress },
  ];
  const work: Fact[] = [
    {
      label: t("enrollees.file.windows"),
      value: (
        <>
          <RateFraction
            numerator={counts.windowsDone}
            denominator={counts.windowsDue}
            renderLink={(part, text) => (
              <Link key={part} to={paths.enrolleeTests(file.id)}>
                {text}
              </Link>
            )}
          />
          <Explain title={t("enrollees.file.windows")}>{t("enrollees.file.windowsHelp")}</Explain>
        </>
      ),
    },
    {
      label: t("enrollees.file.tests"),
      value: (
        <Link to={paths.enrolleeTests(file.id)}>{t("enrollees.file.times", { count: counts.tests })}</Link>
      ),
    },
    { label: t("enrollees.file.lastTestOn"), value: day(file.lastTestOn) ?? t("enrollees.never") },
    {
      label: t("enrollees.file.visits"),
      value: (
        <Link to={paths.enrolleeContacts(file.id)}>
          {t("enrollees.file.times", { count: counts.visits })}
        </Link>
      ),
    },
    { label: t("enrollees.lastInPersonOn"), value: day(file.lastInPersonOn) ?? t("enrollees.never") },
    {
      label: t("enrollees.file.leaves"),
      value: (
        <Link to={paths.enrolleeLeaves(file.id)}>{t("enrollees.file.times", { count: counts.leaves })}</Link>
      ),
    },
  ];

  return (
    <div className={styles.columns}>
      <Panel title={t("enrollees.file.present")}>{present && <CaseFacts case={present} />}</Panel>
      <div className={styles.side}>
        <Panel title={t("enrollees.file.work")}>
          <FactList facts={work} />
        </Panel>
        <Panel title={t("enrollees.file.person")}>
          <FactList facts={person} />
        </Panel>
      </div>
      {earlier.length > 0 && <EarlierCases cases={earlier} />}
    </div>
  );
}

function EarlierCases({ cases }: { readonly cases: readonly CaseView[] }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (
    <div className={styles.earlier}>
      <Panel title={t("enrollees.file.earlier")} flush>
        <Collapse
          items={cases.map((earlier) => ({
            key: earlier.id,
            label: (
              <span className={styles.caseLabel}>
                {t("enrollees.file.caseTitle", {
                  sequence: earlier.sequence,
                  measure: labelOf(MEASURES, earlier.measure),
                })}
                <CaseStateTag state={earlier.state} />
                {earlier.endedOn !== null && dayText(earlier.endedOn)}
              </span>
            ),
            children: (
              <>
                {earlier.term && <TermBar {...earlier.term} why={earlier.termDeadline} />}
                <CaseFacts case={earlier} />
              </>
            ),
          }))}
        />
      </Panel>
    </div>
  );
}

function CaseFacts({ case: view }: { readonly case: CaseView }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const day = (value: string | null) => (value === null ? null : dayText(value));
  const facts: Fact[] = [
    { label: t("enrollees.measure"), value: labelOf(MEASURES, view.measure) },
    { label: t("enrollees.state"), value: <CaseStateTag state={view.state} /> },
    { label: t("enrollees.orderNumber"), value: view.orderNumber },
    { label: t("enrollees.file.orderOrgan"), value: view.orderOrgan },
    { label: t("enrollees.file.orderedOn"), value: day(view.orderedOn) },
    { label: t("enrollees.receivedOn"), value: day(view.receivedOn) },
    { label: t("enrollees.file.handedOffOn"), value: day(view.handedOffOn) },
    {
      label: t("enrollees.reportDueOn"),
      value: view.reportDeadline && <WhyDate why={view.reportDeadline} title={t("law.why.report")} />,
    },
    { label: t("enrollees.reportedOn"), value: day(view.reportedOn) },
    { label: t("enrollees.file.agreementSignedOn"), value: day(view.agreementSignedOn) },
    {
      label: t("enrollees.file.termYears"),
      value: view.termYears === null ? null : t("enrollees.file.years", { count: view.termYears }),
    },
    {
      label: t("enrollees.termEndOn"),
      value: view.termDeadline && <WhyDate why={view.termDeadline} title={t("law.why.end")} />,
    },
    { label: t("enrollees.file.endedOn"), value: day(view.endedOn), hideEmpty: true },
    { label: t("enrollees.file.drug"), value: view.drug },
    { label: t("enrollees.file.policeStation"), value: view.policeStation },
  ];
  return <FactList facts={facts} />;
}

export { OverviewPage as Component };
