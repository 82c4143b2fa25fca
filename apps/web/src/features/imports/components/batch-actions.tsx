import { importsEndpoints } from "@rehab/schema/imports";
import type { ImportBatch } from "@rehab/schema/imports";
import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useAction } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { paths } from "../../../lib/paths.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { isUsable } from "../import-labels.ts";
import { changedByImports } from "../import-batch.ts";

/** What may be done with the batch in its state: decide, carry out, undo. */
export function BatchActions({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation();
  const { ability } = useSession();
  const { modal } = App.useApp();
  const [undoing, setUndoing] = useState(false);
  const { id, state, toDecide, verdicts } = batch;
  const apply = useAction(importsEndpoints.apply, { invalidates: changedByImports });

  const confirmApply = () =>
    void modal.confirm({
      title: t("imports.applyTitle"),
      content: t("imports.applyWhat", { new: verdicts.new, changed: verdicts.changed, held: toDecide }),
      okText: t("imports.apply"),
      onOk: () => apply.mutateAsync({ params: { id } }).catch(() => undefined),
    });

  const alive = state === "planned" || state === "applied";
  return (
    <>
      {alive && toDecide > 0 && ability.can("update", "ImportBatch") && (
        <Link to={paths.importDecisions(id)}>
          <Button tabIndex={-1}>{t("imports.decide", { count: toDecide })}</Button>
        </Link>
      )}
      {state === "planned" && isUsable(batch) && ability.can("apply", "ImportBatch") && (
        <Button type="primary" loading={apply.isPending} onClick={confirmApply}>
          {t("imports.apply")}
        </Button>
      )}
      {state === "applied" && ability.can("undo", "ImportBatch") && (
        <Button danger onClick={() => setUndoing(true)}>
          {t("imports.undo")}
        </Button>
      )}
      <UndoDialog batch={batch} open={undoing} onClose={() => setUndoing(false)} />
    </>
  );
}

interface UndoDialogProps {
  readonly batch: ImportBatch;
  readonly open: boolean;
  readonly onClose: () => void;
}

function UndoDialog({ batch, open, onClose }: UndoDialogProps) {
  const { t } = useTranslation();
  const { form, submit, pending, error, reset } = useBodyForm(importsEndpoints.undo, {
    request: ({ reason }: { reason: string }) => ({ params: { id: batch.id }, body: { reason } }),
    invalidates: changedByImports,
    onDone: () => close(),
  });
  const close = () => {
    reset();
    onClose();
  };
  return (
    <FormDialog
      open={open}
      title={t("imports.undoTitle")}
      okText={t("imports.undo")}
      danger
      help={t("imports.undoWhat")}
      form={form}
      initial={{ reason: "" }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onClose={close}
    >
      <Form.Item name="reason" label={t("imports.undoReason")} required>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
