import { DOCUMENT_KINDS } from "@rehab/domain/handoff/document-service";
import { caseStatesEndpoints } from "@rehab/schema/case-states";
import type { CaseStateFile } from "@rehab/schema/case-states";
import type { DocumentView } from "@rehab/schema/no-shows";
import { Button, Form, Input, InputNumber, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useAction } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { saveDownload } from "../../../lib/save-download.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { InlineForm, Opener } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { PaperItem } from "../../../ui/paper-item.tsx";
import { ReceiptFields, emptyReceipt, receiptOf } from "../../../ui/receipt-fields.tsx";
import type { ReceiptValues } from "../../../ui/receipt-fields.tsx";
import { changedByState } from "../state-answers.ts";
import { AnnulButton } from "./annul-button.tsx";

const routineKinds = ["end_assessment", "annual_assessment", "half_year_summary", "release_request"] as const;

/** The papers of states and of the end, latest first, with the service of the notice. */
export function PapersPanel({ file }: { readonly file: CaseStateFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t("caseStates.paper.title")}>
      {open ? (
        <PaperForm file={file} onClose={() => setOpen(false)} />
      ) : (
        <Opener
          label={t("caseStates.paper.record")}
          obstacle={obstacleOf(file, "recordPaper")}
          onOpen={() => setOpen(true)}
        />
      )}
      {file.documents.length === 0 && <p className={styles.reason}>{t("caseStates.paper.empty")}</p>}
      <ul className={styles.list} aria-label={t("caseStates.paper.title")} style={{ marginTop: 8 }}>
        {file.documents.map((paper) => (
          <Paper key={paper.id} paper={paper} enrolleeId={file.enrolleeId} />
        ))}
      </ul>
    </Panel>
  );
}

function Paper({ paper, enrolleeId }: { readonly paper: DocumentView; readonly enrolleeId: string }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  const [serving, setServing] = useState(false);
  const word = useAction(caseStatesEndpoints.document, {
    onDone: ({ blob, fileName }) => saveDownload(blob, fileName),
  });
  const { id, kind, number, unserved, annulled } = paper;
  const what = `${labelOf(DOCUMENT_KINDS, kind)} ${number ?? ""}`.trim();
  const isRoutine = routineKinds.some((each) => each === kind);
  return (
    <PaperItem
      paper={paper}
      renderAnnulment={(receipt, words) => (
        <AnnulButton enrolleeId={enrolleeId} fact="receipt" factId={receipt.id} what={words} />
      )}
      actions={
        <>
          {paper.printable && ability.can("export", "CaseFile") && (
            <Button
              type="link"
              size="small"
              loading={word.isPending}
              aria-label={`${t("noShows.document.word")}：${what}`}
              onClick={() => word.mutate({ params: { id: enrolleeId, factId: id } })}
            >
              {t("noShows.document.word")}
            </Button>
          )}
          {annulled === null && isRoutine && (
            <AnnulButton enrolleeId={enrolleeId} fact="document" factId={id} what={what} />
          )}
        </>
      }
    >
      <ProblemAlert error={word.error} />
      {word.isSuccess && (
        <p role="status" className={styles.small}>
          {t("noShows.document.downloaded", { name: word.data.fileName })}
        </p>
      )}
      {serving && <ReceiptForm enrolleeId={enrolleeId} paperId={id} onClose={() => setServing(false)} />}
      {unserved && !serving && ability.can("create", "CaseFile") && (
        <Button
          size="small"
          style={{ marginTop: 4 }}
          aria-label={`${t("noShows.document.serve")}：${what}`}
          onClick={() => setServing(true)}
        >
          {t("noShows.document.serve")}
        </Button>
      )}
    </PaperItem>
  );
}

interface ReceiptFormProps {
  readonly enrolleeId: string;
  readonly paperId: string;
  readonly onClose: () => void;
}

function ReceiptForm({ enrolleeId, paperId, onClose }: ReceiptFormProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(caseStatesEndpoints.recordService, {
    request: (values: ReceiptValues) => ({
      params: { id: enrolleeId, factId: paperId },
      body: { id, ...receiptOf(values) },
    }),
    invalidates: changedByState,
    onDone: onClose,
  });
  return (
    <InlineForm
      label={t("noShows.receipt.title")}
      form={form}
      initial={emptyReceipt(session.today, session.account.displayName)}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <ReceiptFields today={session.today} />
    </InlineForm>
  );
}

interface PaperValues {
  readonly kind: (typeof routineKinds)[number];
  readonly number: string;
  readonly issuedOn: string | null;
  readonly issuedBy: string;
  readonly addressee?: string;
  readonly pages: number;
  readonly note: string;
}

function PaperForm({ file, onClose }: { readonly file: CaseStateFile; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(caseStatesEndpoints.recordPaper, {
    request: ({ issuedOn, addressee = "", ...values }: PaperValues) => ({
      params: { id: file.enrolleeId },
      body: {
        id,
        issuedOn: issuedOn ?? "",
        ...values,
        addressee: values.kind === "release_request" ? addressee : null,
      },
    }),
    invalidates: changedByState,
    onDone: onClose,
  });
  const missed = file.end?.missedWindows ?? 0;
  const isLetter = Form.useWatch("kind", form) === "release_request";
  return (
    <InlineForm
      label={t("caseStates.paper.record")}
      form={form}
      initial={{
        kind: file.end?.reminder === null ? "annual_assessment" : "end_assessment",
        number: "",
        issuedOn: session.today,
        issuedBy: session.account.stationName ?? "",
        addressee: "",
        pages: 1,
        note: "",
      }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item className={styles.wide ?? ""} name="kind" label={t("caseStates.paper.kind")} required>
        <Radio.Group
          options={routineKinds.map((kind) => ({ value: kind, label: labelOf(DOCUMENT_KINDS, kind) }))}
        />
      </Form.Item>
      <Form.Item name="number" label={t("caseStates.paper.number")} required={isLetter}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="issuedOn"
        label={t(isLetter ? "caseStates.paper.sentOn" : "caseStates.paper.issuedOn")}
        required
      >
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item name="issuedBy" label={t("caseStates.paper.issuedBy")} required>
        <Input maxLength={100} />
      </Form.Item>
      {isLetter && (
        <Form.Item name="addressee" label={t("caseStates.paper.addressee")} required>
          <Input maxLength={100} />
        </Form.Item>
      )}
      <Form.Item name="pages" label={t("caseStates.paper.pages")} required>
        <InputNumber min={1} max={99} precision={0} />
      </Form.Item>
      <Form.Item
        className={styles.wide ?? ""}
        name="note"
        label={t("caseStates.paper.note")}
        extra={missed > 0 && !isLetter ? t("caseStates.paper.missedHelp", { count: missed }) : undefined}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
    </InlineForm>
  );
}
