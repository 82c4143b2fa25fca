import { handoffsEndpoints } from "@rehab/schema/handoffs";
import type { HandoffFile } from "@rehab/schema/handoffs";
import { useQuery } from "@tanstack/react-query";
import { App, Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q, useFresh } from "../../../api/query.ts";
import { FormProblem } from "../../../parts/form-problem.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { staleAfterStep } from "../handoff-data.ts";

interface CaseworkerDialogProps {
  readonly file: HandoffFile;
  readonly onClose: () => void;
}

/** Makes somebody of the person's station responsible. */
export function CaseworkerDialog({ file, onClose }: CaseworkerDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const fresh = useFresh();
  const loads = useQuery(q(handoffsEndpoints.loads, {}));
  const caseworkers = loads.data?.stations.find(({ id }) => id === file.stationId)?.caseworkers ?? [];
  const { form, submit, pending, error, stale } = useBodyForm(handoffsEndpoints.assignCaseworker, {
    request: ({ caseworkerId }: { caseworkerId: string }) => ({
      params: { id: file.enrolleeId },
      body: { version: file.enrolleeVersion, caseworkerId },
    }),
    invalidates: staleAfterStep,
    ifStale: {
      merges: true,
      savedNow: async () => {
        const saved = await fresh(handoffsEndpoints.get, { params: { id: file.caseId } });
        return saved.caseworkerId === null ? {} : { caseworkerId: saved.caseworkerId };
      },
    },
    onDone: ({ caseworkerName }) => {
      void message.success(t("handoffs.done.caseworker", { name: caseworkerName }));
      onClose();
    },
  });
  const isThere = caseworkers.some(({ id }) => id === file.caseworkerId);
  // Who is responsible now can only be chosen from the names.
  if (!loads.isSuccess) return <ProblemAlert error={loads.error} />;
  return (
    <FormDialog
      title={t("handoffs.assignCaseworker")}
      okText={t("handoffs.save")}
      form={form}
      initial={isThere ? { caseworkerId: file.caseworkerId ?? "" } : {}}
      pending={pending}
      problem={
        <FormProblem
          error={error}
          stale={stale}
          form={form}
          fields={[
            {
              name: "caseworkerId",
              label: t("handoffs.caseworker"),
              text: (code) => caseworkers.find(({ id }) => id === code)?.name ?? String(code),
            },
          ]}
          onDiscard={onClose}
        />
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="caseworkerId" label={t("handoffs.caseworker")} required extra={file.stationName}>
        <Select
          placeholder={t("handoffs.chooseCaseworker")}
          options={caseworkers.map(({ id, name, caseload }) => ({
            value: id,
            label: t("handoffs.carries", { name, count: caseload }),
          }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
