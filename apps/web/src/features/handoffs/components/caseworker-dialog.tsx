import { handoffsEndpoints } from "@rehab/schema/handoffs";
import type { HandoffFile } from "@rehab/schema/handoffs";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Form, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { isProblem } from "../../../api/problem-error.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { staleAfterStep } from "../handoff-data.ts";

interface CaseworkerDialogProps {
  readonly file: HandoffFile;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

/** Makes somebody of the person's station responsible. */
export function CaseworkerDialog({ file, onClose, onReload }: CaseworkerDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const loads = useQuery(q(handoffsEndpoints.loads, {}));
  const caseworkers = loads.data?.stations.find(({ id }) => id === file.stationId)?.caseworkers ?? [];
  const { form, submit, pending, error } = useBodyForm(handoffsEndpoints.assignCaseworker, {
    request: ({ caseworkerId }: { caseworkerId: string }) => ({
      params: { id: file.enrolleeId },
      body: { version: file.enrolleeVersion, caseworkerId },
    }),
    invalidates: staleAfterStep,
    onDone: ({ caseworkerName }) => {
      void message.success(t("handoffs.done.caseworker", { name: caseworkerName }));
      onClose();
    },
  });
  const isThere = caseworkers.some(({ id }) => id === file.caseworkerId);
  return (
    <Modal
      open
      title={t("handoffs.assignCaseworker")}
      okText={t("handoffs.save")}
      confirmLoading={pending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <ProblemAlert error={loads.error} />
      {loads.isSuccess && (
        <Form
          form={form}
          layout="vertical"
          onFinish={submit}
          initialValues={isThere ? { caseworkerId: file.caseworkerId } : {}}
        >
          <ProblemAlert error={error} />
          {isProblem(error, "stale_version") && (
            <Button style={{ marginBottom: 12 }} onClick={onReload}>
              {t("handoffs.reload")}
            </Button>
          )}
          <Form.Item name="caseworkerId" label={t("handoffs.caseworker")} required extra={file.stationName}>
            <Select
              placeholder={t("handoffs.chooseCaseworker")}
              options={caseworkers.map(({ id, name, caseload }) => ({
                value: id,
                label: t("handoffs.carries", { name, count: caseload }),
              }))}
            />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}
