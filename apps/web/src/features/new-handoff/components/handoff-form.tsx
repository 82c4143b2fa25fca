import { plainDate } from "@rehab/domain/time/plain-date";
import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import type { ResponseOf } from "@rehab/schema/endpoint";
import { newHandoffEndpoints } from "@rehab/schema/new-handoff";
import { Button, Checkbox, Form, Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { isProblem } from "../../../api/problem-error.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { bodyOf, initialValues } from "../handoff-values.ts";
import type { Choice, HandoffKind, HandoffValues } from "../handoff-values.ts";
import { usePlaces } from "../use-places.ts";
import { HandoverFields } from "./handover-fields.tsx";
import styles from "./new-handoff.module.css";
import { OrderFields } from "./order-fields.tsx";
import { PersonFields } from "./person-fields.tsx";
import { TransferFields } from "./transfer-fields.tsx";

export type Recorded = ResponseOf<typeof newHandoffEndpoints.create>;

interface HandoffFormProps {
  readonly kind: HandoffKind;
  readonly choice: Choice;
  readonly onDone: (recorded: Recorded) => void;
}

/** One hand-off. Doubts come back as questions in their place; what was typed stays. */
export function HandoffForm({ kind, choice, onDone }: HandoffFormProps) {
  const { t } = useTranslation();
  const { today } = useSession().session;
  const { stationOf } = usePlaces();
  const [id] = useState(() => newId());
  const [doubts, setDoubts] = useState<readonly string[]>([]);
  const enrolleeId = choice.person?.id ?? null;
  const { form, submit, pending, error } = useBodyForm(newHandoffEndpoints.create, {
    request: (values: HandoffValues) => ({ body: bodyOf(values, { id, enrolleeId, kind }) }),
    invalidates: [enrolleesEndpoints.search, enrolleesEndpoints.list, enrolleesEndpoints.get],
    onDone,
    onRefused: (refusal) => setDoubts(isProblem(refusal, "handoff_in_doubt") ? questionsOf(refusal) : doubts),
  });

  const station = choice.search.townshipId === null ? undefined : stationOf(choice.search.townshipId);
  const start = initialValues(choice, kind, plainDate(today));
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={submit}
      initialValues={station === undefined ? start : { ...start, stationId: station }}
      className={styles.stack ?? ""}
      scrollToFirstError
      onValuesChange={({ townshipId }: Partial<HandoffValues>) => {
        const stationId = typeof townshipId === "string" ? stationOf(townshipId) : undefined;
        if (stationId !== undefined) form.setFieldsValue({ stationId });
      }}
    >
      <PersonFields known={choice.person} />
      <OrderFields />
      {kind === "transfer" && <TransferFields />}
      <HandoverFields kind={kind} />
      <ProblemAlert error={error} />
      {doubts.length > 0 && <Doubts key={doubts.join()} doubts={doubts} />}
      <div className={styles.wide}>
        <Button type="primary" htmlType="submit" loading={pending}>
          {t("newHandoff.submit")}
        </Button>
      </div>
    </Form>
  );
}

/** What a person may settle; what must be corrected stands under its field. */
function questionsOf(refusal: Parameters<typeof isProblem>[0]): string[] {
  if (!isProblem(refusal, "handoff_in_doubt")) return [];
  return (refusal.problem.errors ?? [])
    .filter(({ pointer }) => pointer === "/accept")
    .map(({ detail }) => detail);
}

/** The questions before a hand-off is carried out, with the answer and how it is known. */
function Doubts({ doubts }: { readonly doubts: readonly string[] }) {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // a newer browser answers with a promise, which is no clean-up
    box.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <section ref={box} role="alert" aria-label={t("newHandoff.doubts")} className={styles.doubts}>
      <h2>{t("newHandoff.doubts")}</h2>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
      <p className={styles.soft}>{t("newHandoff.doubtsHelp")}</p>
      <Form.Item name="accept" valuePropName="checked" help="" style={{ marginBottom: 4 }}>
        <Checkbox>{t("newHandoff.accept")}</Checkbox>
      </Form.Item>
      <Form.Item name="acceptReason" label={t("newHandoff.acceptReason")} required>
        <Input maxLength={500} />
      </Form.Item>
    </section>
  );
}
