import { noShowsEndpoints } from "@rehab/schema/no-shows";
import type { NoShowFile } from "@rehab/schema/no-shows";
import { Button, Form, Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { FactList } from "../../../ui/fact-list.tsx";
import { changedByNoShow } from "../no-show-answers.ts";
import { NoShowPacket } from "./no-show-packet.tsx";
import styles from "./no-show.module.css";

interface ReferralFlowProps {
  readonly file: NoShowFile;
  readonly onClose: () => void;
}

interface Values {
  readonly letterNumber: string;
  readonly organ: string;
  readonly note: string;
}

const steps = ["basis", "letter", "organ", "note", "summary"] as const;
type Step = (typeof steps)[number];

/** A grave act: one question after the other, and everything once more before it is submitted. */
export function ReferralFlow({ file, onClose }: ReferralFlowProps) {
  const { t } = useTranslation();
  const [id] = useState(() => newId());
  const [index, setIndex] = useState(0);
  const { form, submit, pending, error } = useBodyForm(noShowsEndpoints.proposeReferral, {
    request: (values: Values) => ({ params: { id: file.enrolleeId }, body: { id, ...values } }),
    invalidates: changedByNoShow,
    onDone: onClose,
  });
  const step = steps[index] ?? "basis";
  const values: Values | undefined = Form.useWatch([], form);

  // Only the question that is asked can hold the flow up.
  const required = (asked: Step, message: string) =>
    step === asked ? [{ required: true, whitespace: true, message }] : [];

  return (
    <Form
      form={form}
      name={`referral-${id}`}
      layout="vertical"
      className={styles.form ?? ""}
      aria-label={t("noShows.referral.propose")}
      initialValues={{ letterNumber: "", organ: "", note: "" }}
      onFinish={(all) => (step === "summary" ? submit(all) : setIndex(index + 1))}
    >
      <p className={styles.small}>{t("noShows.referral.step", { step: index + 1, total: steps.length })}</p>
      <Question key={step} text={t(`noShows.referral.${step}Title`)} />
      <ProblemAlert error={error} />
      {step === "basis" && (
        <>
          <p>
            {file.packet.sentence}（{file.packet.citation}）
          </p>
          <NoShowPacket items={file.packet.items} />
        </>
      )}
      <Form.Item
        name="letterNumber"
        label={t("noShows.referral.letterNumber")}
        hidden={step !== "letter"}
        rules={required("letter", t("noShows.referral.letterMissing"))}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="organ"
        label={t("noShows.referral.organ")}
        extra={t("noShows.referral.organHelp")}
        hidden={step !== "organ"}
        rules={required("organ", t("noShows.referral.organMissing"))}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="note"
        label={t("noShows.referral.note")}
        extra={t("noShows.referral.noteHelp")}
        hidden={step !== "note"}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      {step === "note" && file.cautions.map((caution) => <p key={caution}>{caution}</p>)}
      {step === "summary" && (
        <>
          <FactList
            facts={[
              { label: t("noShows.referral.basis"), value: file.packet.citation },
              { label: t("noShows.referral.letterNumber"), value: values?.letterNumber },
              { label: t("noShows.referral.organ"), value: values?.organ },
              { label: t("noShows.referral.note"), value: values?.note, hideEmpty: true },
            ]}
          />
          <NoShowPacket items={file.packet.items} />
          <p className={styles.reason}>{t("noShows.referral.afterwards")}</p>
        </>
      )}
      <div className={styles.buttons} style={{ marginTop: 12 }}>
        <Button type="primary" htmlType="submit" loading={pending}>
          {t(step === "summary" ? "noShows.referral.submit" : "noShows.referral.next")}
        </Button>
        {index > 0 && <Button onClick={() => setIndex(index - 1)}>{t("noShows.referral.previous")}</Button>}
        <Button type="text" onClick={onClose}>
          {t("noShows.referral.cancel")}
        </Button>
      </div>
    </Form>
  );
}

/** The question of a step; it takes the focus, so that a reader hears what is asked now. */
function Question({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1} style={{ outline: "none", marginBottom: 8 }}>
      {text}
    </h3>
  );
}
