import { SUSPENSION_GROUNDS } from "@rehab/domain/supervision/case-event";
import { noShowsEndpoints } from "@rehab/schema/no-shows";
import type { CustodyView, NoShowFile } from "@rehab/schema/no-shows";
import { Form, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { AnnulFact } from "../../../parts/matter/annul-fact.tsx";
import { DayInput } from "../../../ui/day-input.tsx";
import { changedByNoShow, noShowMatter } from "../no-show-answers.ts";
import { Annulled } from "../../../ui/annul-dialog.tsx";
import { InlineForm, Opener } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";

/** Times in custody with their proof: the good reason not to report in that the law knows. */
export function CustodyBlock({ file }: { readonly file: NoShowFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"custody" | "release">();
  const close = () => setOpen(undefined);
  const mayEnd = obstacleOf(file, "endCustody") === undefined;
  return (
    <section aria-label={t("noShows.custody.title")} style={{ marginTop: 12 }}>
      <h3>{t("noShows.custody.title")}</h3>
      <p className={styles.small}>{t("noShows.custody.help")}</p>
      <ul className={styles.list}>
        {file.custody.map((custody) => (
          <CustodyItem key={custody.id} custody={custody} enrolleeId={file.enrolleeId} />
        ))}
      </ul>
      {open === "custody" && <CustodyForm enrolleeId={file.enrolleeId} onClose={close} />}
      {open === "release" && <ReleaseForm enrolleeId={file.enrolleeId} onClose={close} />}
      {open === undefined && (
        <div style={{ marginTop: 8 }}>
          {mayEnd ? (
            <Opener
              label={t("noShows.custody.release")}
              obstacle={undefined}
              onOpen={() => setOpen("release")}
            />
          ) : (
            <Opener
              label={t("noShows.custody.record")}
              obstacle={obstacleOf(file, "recordCustody")}
              onOpen={() => setOpen("custody")}
            />
          )}
        </div>
      )}
    </section>
  );
}

function CustodyItem({
  custody,
  enrolleeId,
}: {
  readonly custody: CustodyView;
  readonly enrolleeId: string;
}) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { id, from, ground, proof, releasedOn, releaseProof, annulled } = custody;
  const what = t("noShows.custody.span", { from: dayText(from) });
  return (
    <li className={classNames(styles.item, annulled !== null && styles.annulled)}>
      <div className={styles.line}>
        <span className={styles.words}>
          {what}　{ground !== null && labelOf(SUSPENSION_GROUNDS, ground)}　{proof}
        </span>
        <span className={styles.spring} />
        {annulled === null && (
          <AnnulFact matter={noShowMatter(enrolleeId)} fact="event" factId={id} what={what} />
        )}
      </div>
      {annulled === null && (
        <p className={styles.small}>
          {releasedOn === null
            ? t("noShows.custody.stillIn")
            : t("noShows.custody.released", {
                day: dayText(releasedOn),
                proof: releaseProof ?? t("common.unknown"),
              })}
        </p>
      )}
      <Annulled annulled={annulled} />
    </li>
  );
}

interface FormProps {
  readonly enrolleeId: string;
  readonly onClose: () => void;
}

interface CustodyValues {
  readonly from: string | null;
  readonly ground: "detained" | "arrested";
  readonly proof: string;
}

function CustodyForm({ enrolleeId, onClose }: FormProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(noShowsEndpoints.recordCustody, {
    request: ({ from, ...values }: CustodyValues) => ({
      params: { id: enrolleeId },
      body: { id, from: from ?? "", ...values },
    }),
    invalidates: changedByNoShow,
    onDone: onClose,
  });
  return (
    <InlineForm
      label={t("noShows.custody.record")}
      form={form}
      initial={{ from: null, ground: "detained", proof: "" }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item name="from" label={t("noShows.custody.from")} required>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item name="ground" label={t("noShows.custody.ground")} required>
        <Radio.Group
          options={SUSPENSION_GROUNDS.map(({ code }) => ({
            value: code,
            label: labelOf(SUSPENSION_GROUNDS, code),
          }))}
        />
      </Form.Item>
      <Form.Item
        className={styles.wide ?? ""}
        name="proof"
        label={t("noShows.custody.proof")}
        required
        extra={t("noShows.custody.proofHelp")}
      >
        <Input maxLength={200} />
      </Form.Item>
    </InlineForm>
  );
}

interface ReleaseValues {
  readonly on: string | null;
  readonly proof: string;
}

function ReleaseForm({ enrolleeId, onClose }: FormProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(noShowsEndpoints.endCustody, {
    request: ({ on, proof }: ReleaseValues) => ({
      params: { id: enrolleeId },
      body: { id, on: on ?? "", proof },
    }),
    invalidates: changedByNoShow,
    onDone: onClose,
  });
  return (
    <InlineForm
      label={t("noShows.custody.release")}
      form={form}
      initial={{ on: null, proof: "" }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item name="on" label={t("noShows.custody.on")} required>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item name="proof" label={t("noShows.custody.proof")} required>
        <Input maxLength={200} />
      </Form.Item>
    </InlineForm>
  );
}
