import { Form, Input, InputNumber } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../api/body-form.ts";
import { ProblemAlert } from "../../api/problems.tsx";
import { useSession } from "../../api/session.ts";
import { DayInput } from "../../ui/day-input.tsx";
import { InlineForm, Opener } from "../../ui/inline-form.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import type { Matter, MatterEndpoints } from "./matter.ts";

type Closing = Matter<Pick<MatterEndpoints, "recordReferralReceipt">>;

interface ClosingPanelProps {
  readonly matter: Closing;
  readonly packet: { readonly referredOn: string | null; readonly referralClosed: boolean };
  /** Why the receipt cannot be recorded now. */
  readonly obstacle: string | undefined;
}

/** Whether the police have signed for the packet; stands once there is a referral. */
export function ClosingPanel({ matter, packet, obstacle }: ClosingPanelProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { referredOn, referralClosed } = packet;
  if (referredOn === null) return null;
  return (
    <Panel title={t("noShows.closing.title")}>
      <StatusTag tone={referralClosed ? "done" : "dueSoon"}>
        {t(referralClosed ? "noShows.closing.closed" : "noShows.closing.open")}
      </StatusTag>
      {open && <ClosingForm matter={matter} onClose={() => setOpen(false)} />}
      {!open && !referralClosed && (
        <div style={{ marginTop: 8 }}>
          <Opener label={t("noShows.closing.record")} obstacle={obstacle} onOpen={() => setOpen(true)} />
        </div>
      )}
    </Panel>
  );
}

interface Values {
  readonly number: string;
  readonly issuedOn: string | null;
  readonly issuedBy: string;
  readonly pages: number;
}

function ClosingForm({ matter, onClose }: { readonly matter: Closing; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(matter.endpoints.recordReferralReceipt, {
    request: ({ issuedOn, ...values }: Values) => ({
      params: { id: matter.enrolleeId },
      body: { id, issuedOn: issuedOn ?? "", ...values },
    }),
    invalidates: matter.changed,
    onDone: onClose,
  });
  return (
    <InlineForm
      label={t("noShows.closing.record")}
      form={form}
      initial={{ number: "", issuedOn: session.today, issuedBy: "", pages: 1 }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item name="issuedOn" label={t("noShows.closing.issuedOn")} required>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item name="issuedBy" label={t("noShows.closing.issuedBy")} required>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="number" label={t("noShows.closing.number")}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="pages" label={t("noShows.closing.pages")} required>
        <InputNumber min={1} max={99} precision={0} />
      </Form.Item>
    </InlineForm>
  );
}
