import { DOCUMENT_KINDS } from "@rehab/domain/handoff/document-service";
import { SUSPENSION_GROUNDS } from "@rehab/domain/supervision/case-event";
import { RISK_FACTORS, RISK_LEVELS } from "@rehab/domain/supervision/risk-level";
import { TRANSITIONS } from "@rehab/domain/supervision/transitions";
import type { CaseEventBody } from "@rehab/schema/case-state-bodies";
import { caseStatesEndpoints } from "@rehab/schema/case-states";
import type { CaseStateFile } from "@rehab/schema/case-states";
import { Checkbox, Form, Input, InputNumber, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { InlineForm } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { changedByState } from "../state-answers.ts";
import { AttemptChoice } from "./attempt-choice.tsx";

type Kind = CaseEventBody["kind"];

interface EventFormProps {
  readonly file: CaseStateFile;
  readonly kind: Kind;
  readonly onClose: () => void;
}

/** What is typed; each kind of event asks for a part of it. */
interface Values {
  readonly on: string | null;
  readonly note: string;
  readonly paperOn?: string | null;
  readonly [field: string]: unknown;
}

const withPaper: ReadonlySet<Kind> = new Set(["suspended", "resumed", "lost_contact", "died"]);

/** Records one event with its paper, as the station writes it down. */
export function EventForm({ file, kind, onClose }: EventFormProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(caseStatesEndpoints.record, {
    request: ({ on, ...values }: Values) => {
      const days = withPaper.has(kind) ? { paperOn: values.paperOn ?? "" } : {};
      const body = { ...values, ...days, id, kind, on: on ?? "" } as unknown as CaseEventBody;
      return { params: { id: file.enrolleeId }, body };
    },
    invalidates: changedByState,
    onDone: onClose,
  });
  return (
    <InlineForm
      label={t(`caseStates.action.${kind}`)}
      form={form}
      initial={{
        on: session.today,
        note: "",
        ...initialOf(kind, file),
        ...(withPaper.has(kind) && {
          paperNumber: "",
          paperOn: session.today,
          paperBy: kind === "died" ? "" : (session.account.stationName ?? ""),
          pages: 1,
        }),
        ...(kind === "found" && { by: session.account.displayName }),
      }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item className={styles.wide ?? ""} name="on" label={t(dayLabelOf(kind))} required>
        <DayInput max={session.today} />
      </Form.Item>
      <KindFields file={file} kind={kind} />
      {withPaper.has(kind) && <PaperFields kind={kind} today={session.today} />}
      <Form.Item className={styles.wide ?? ""} name="note" label={t("caseStates.form.note")}>
        <Input maxLength={1000} />
      </Form.Item>
    </InlineForm>
  );
}

const dayLabels = {
  suspended: "caseStates.form.suspendedOn",
  resumed: "caseStates.form.resumedOn",
  lost_contact: "caseStates.form.lostOn",
  died: "caseStates.form.diedOn",
  hospitalised: "caseStates.form.hospitalisedOn",
  discharged: "caseStates.form.dischargedOn",
} as const;

function dayLabelOf(kind: Kind) {
  return kind in dayLabels ? dayLabels[kind as keyof typeof dayLabels] : "caseStates.form.on";
}

function initialOf(kind: Kind, file: CaseStateFile): object {
  switch (kind) {
    case "suspended":
      return { ground: "detained", proof: "" };
    case "resumed":
      return { proof: "" };
    case "lost_contact":
      return { attemptIds: [] };
    case "found":
      return { how: "" };
    case "dual_control_started":
    case "dual_control_ended":
      return { partner: "" };
    case "maintenance_started":
    case "maintenance_ended":
      return { clinic: "" };
    case "hospitalised":
    case "discharged":
      return { hospital: "", proof: "" };
    case "risk_set":
      return { level: file.overlays.risk?.level ?? null, factors: [], basis: "" };
    case "died":
      return {};
  }
}

function KindFields({ file, kind }: { readonly file: CaseStateFile; readonly kind: Kind }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const wide = styles.wide ?? "";
  switch (kind) {
    case "suspended":
      return (
        <>
          <Form.Item className={wide} name="ground" label={t("caseStates.form.ground")} required>
            <Radio.Group
              options={SUSPENSION_GROUNDS.map(({ code }) => ({
                value: code,
                label: labelOf(SUSPENSION_GROUNDS, code),
              }))}
            />
          </Form.Item>
          <Words name="proof" help={t("caseStates.form.proofHelp")} />
        </>
      );
    case "resumed":
      return <Words name="proof" help={t("caseStates.form.proofHelp")} />;
    case "lost_contact":
      return (
        <Form.Item
          className={wide}
          name="attemptIds"
          label={t("caseStates.form.attempts")}
          extra={t("caseStates.form.attemptsHelp")}
          required
        >
          <AttemptChoice attempts={file.attempts} />
        </Form.Item>
      );
    case "found":
      return (
        <>
          <Words name="how" longest={500} />
          <Form.Item name="by" label={t("caseStates.form.by")} required>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        </>
      );
    case "dual_control_started":
    case "dual_control_ended":
      return <Words name="partner" />;
    case "maintenance_started":
    case "maintenance_ended":
      return <Words name="clinic" />;
    case "hospitalised":
    case "discharged":
      return (
        <>
          <Words name="hospital" />
          <Words name="proof" help={t("caseStates.form.stayProofHelp")} />
        </>
      );
    case "risk_set":
      return (
        <>
          <Form.Item className={wide} name="level" label={t("caseStates.form.level")} required>
            <Radio.Group
              options={RISK_LEVELS.map(({ code }) => ({ value: code, label: labelOf(RISK_LEVELS, code) }))}
            />
          </Form.Item>
          <Form.Item className={wide} name="factors" label={t("caseStates.form.factors")}>
            <Checkbox.Group
              options={RISK_FACTORS.map(({ code }) => ({ value: code, label: labelOf(RISK_FACTORS, code) }))}
            />
          </Form.Item>
          <Words name="basis" help={t("caseStates.form.basisHelp")} longest={1000} />
        </>
      );
    case "died":
      return null;
  }
}

interface WordsProps {
  readonly name: "proof" | "how" | "partner" | "clinic" | "hospital" | "basis";
  readonly help?: string;
  readonly longest?: number;
}

const ONE_LINE = 200;

/** Something that has to be said in words, across the whole form; what may be longer than a line grows with it. */
function Words({ name, help, longest = ONE_LINE }: WordsProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      className={styles.wide ?? ""}
      name={name}
      label={t(`caseStates.form.${name}`)}
      extra={help}
      required
    >
      {longest > ONE_LINE ? (
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={longest} />
      ) : (
        <Input maxLength={longest} />
      )}
    </Form.Item>
  );
}

/** The paper that proves the event; it goes on file with it. */
function PaperFields({ kind, today }: { readonly kind: Kind; readonly today: string }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const [paper] = TRANSITIONS[kind].evidence;
  return (
    <>
      <p className={styles.wide}>
        {t("caseStates.form.paper", { paper: paper === undefined ? "" : labelOf(DOCUMENT_KINDS, paper) })}
      </p>
      <Form.Item name="paperNumber" label={t("caseStates.form.paperNumber")}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="paperOn" label={t("caseStates.form.paperOn")} required>
        <DayInput max={today} />
      </Form.Item>
      <Form.Item name="paperBy" label={t("caseStates.form.paperBy")} required>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="pages" label={t("caseStates.form.pages")} required>
        <InputNumber min={1} max={99} precision={0} />
      </Form.Item>
    </>
  );
}
