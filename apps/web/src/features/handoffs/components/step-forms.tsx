import { PLAN_MEASURES } from "@rehab/domain/handoff/plan-measure";
import type { PlanMeasure } from "@rehab/domain/handoff/plan-measure";
import { SUPPORT_ROLES } from "@rehab/domain/handoff/support-team";
import type { HandoffFile } from "@rehab/schema/handoffs";
import { intakeEndpoints } from "@rehab/schema/intake";
import { Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { textOrNull } from "../handoff-data.ts";
import { StepForm } from "./step-form.tsx";
import type { StepValues } from "./step-form.tsx";
import styles from "./step-form.module.css";

interface FormProps {
  readonly file: HandoffFile;
}

interface ReportValues extends StepValues {
  readonly receivedBy: string;
  readonly identityShown: string;
  readonly accompaniedBy?: string;
  readonly papersBrought?: string;
}

/** The person came: when, with whom, with what. */
export function ReportInForm({ file }: FormProps) {
  const { t } = useTranslation();
  const { account } = useSession().session;
  const dueOn = file.ladder.find(({ code }) => code === "reported")?.dueOn ?? null;
  return (
    <StepForm<typeof intakeEndpoints.reportIn, ReportValues>
      endpoint={intakeEndpoints.reportIn}
      caseId={file.caseId}
      dayLabel={t("handoffs.reportedOn")}
      initial={{ receivedBy: account.displayName, identityShown: t("handoffs.identityCard") }}
      warningOf={(on) =>
        dueOn !== null && on !== undefined && dueOn < on
          ? t("handoffs.lateReport", { due: dayText(dueOn) })
          : null
      }
      bodyOf={({ receivedBy, identityShown, accompaniedBy, papersBrought }) => ({
        receivedBy,
        identityShown,
        accompaniedBy: textOrNull(accompaniedBy),
        papersBrought: textOrNull(papersBrought),
      })}
    >
      <TextItem name="receivedBy" label={t("handoffs.receivedBy")} required />
      <TextItem name="identityShown" label={t("handoffs.identityShown")} required />
      <TextItem name="accompaniedBy" label={t("handoffs.accompaniedBy")} />
      <TextItem name="papersBrought" label={t("handoffs.papersBrought")} />
    </StepForm>
  );
}

interface NoticeValues extends StepValues {
  readonly givenBy: string;
  readonly number?: string;
}

/** 告知书: rights and duties were told. */
export function NoticeForm({ file }: FormProps) {
  const { t } = useTranslation();
  const { account } = useSession().session;
  return (
    <StepForm<typeof intakeEndpoints.giveNotice, NoticeValues>
      endpoint={intakeEndpoints.giveNotice}
      caseId={file.caseId}
      dayLabel={t("handoffs.happenedOn")}
      initial={{ givenBy: account.displayName }}
      bodyOf={({ givenBy, number }) => ({ givenBy, number: textOrNull(number) })}
    >
      <TextItem name="givenBy" label={t("handoffs.givenBy")} required />
      <TextItem name="number" label={t("handoffs.noticeNumber")} />
    </StepForm>
  );
}

interface AgreementValues extends StepValues {
  readonly number?: string;
  readonly townshipParty: string;
  readonly stationParty: string;
}

/** 协议书: signed by the person, the township and the station. */
export function AgreementForm({ file }: FormProps) {
  const { t } = useTranslation();
  const { account } = useSession().session;
  return (
    <StepForm<typeof intakeEndpoints.signAgreement, AgreementValues>
      endpoint={intakeEndpoints.signAgreement}
      caseId={file.caseId}
      dayLabel={t("handoffs.happenedOn")}
      initial={{ townshipParty: "", stationParty: account.displayName }}
      bodyOf={({ number, townshipParty, stationParty }) => ({
        number: textOrNull(number),
        townshipParty,
        stationParty,
      })}
    >
      <TextItem name="number" label={t("handoffs.agreementNumber")} help={t("handoffs.agreementHelp")} />
      <TextItem name="townshipParty" label={t("handoffs.townshipParty")} required />
      <TextItem name="stationParty" label={t("handoffs.stationParty")} required />
    </StepForm>
  );
}

/** The caseworker declares the team formed; who is missing is recorded with it. */
export function TeamForm({ file }: FormProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const roles = file.missingRoles.map((role) => labelOf(SUPPORT_ROLES, role)).join("、");
  return (
    <StepForm<typeof intakeEndpoints.formTeam, StepValues>
      endpoint={intakeEndpoints.formTeam}
      caseId={file.caseId}
      dayLabel={t("handoffs.happenedOn")}
      initial={{}}
      warningOf={() => (roles === "" ? null : t("handoffs.formedWithout", { roles }))}
      bodyOf={() => ({})}
      submitLabel={t("handoffs.declareTeam")}
    >
      {null}
    </StepForm>
  );
}

interface PlanValues extends StepValues {
  readonly goals: string;
  readonly measures: PlanMeasure[];
}

/** 计划书: goals and measures. */
export function PlanForm({ file }: FormProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (
    <StepForm<typeof intakeEndpoints.makePlan, PlanValues>
      endpoint={intakeEndpoints.makePlan}
      caseId={file.caseId}
      dayLabel={t("handoffs.happenedOn")}
      initial={{ goals: "", measures: [] }}
      bodyOf={({ goals, measures }) => ({ goals, measures })}
    >
      <Form.Item name="goals" label={t("handoffs.goals")} required className={styles.wide ?? ""}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item name="measures" label={t("handoffs.measures")} required className={styles.wide ?? ""}>
        <Checkbox.Group
          options={PLAN_MEASURES.map(({ code }) => ({ value: code, label: labelOf(PLAN_MEASURES, code) }))}
        />
      </Form.Item>
    </StepForm>
  );
}

interface TextItemProps {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  readonly help?: string;
}

function TextItem({ name, label, required = false, help }: TextItemProps) {
  return (
    <Form.Item name={name} label={label} required={required} {...(help !== undefined && { extra: help })}>
      <Input autoComplete="off" maxLength={100} />
    </Form.Item>
  );
}
