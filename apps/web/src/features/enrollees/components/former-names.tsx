import { PlusOutlined } from "@ant-design/icons";
import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import type { EnrolleeFile } from "@rehab/schema/enrollees";
import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";

/** The names that the person had before, or is also known by, and a way to add one. */
export function FormerNames({ file }: { readonly file: EnrolleeFile }) {
  const { t } = useTranslation();
  const { ability } = useSession();
  const [adding, setAdding] = useState(false);
  return (
    <>
      {file.maskedFormerNames.length === 0 ? t("common.none") : file.maskedFormerNames.join("、")}
      {ability.can("update", "CaseFile") && (
        <Button
          type="link"
          size="small"
          icon={<PlusOutlined />}
          aria-label={t("enrollees.file.addFormerName")}
          onClick={() => setAdding(true)}
        />
      )}
      {adding && <FormerNameDialog enrolleeId={file.id} onClose={() => setAdding(false)} />}
    </>
  );
}

interface FormerNameDialogProps {
  readonly enrolleeId: string;
  readonly onClose: () => void;
}

function FormerNameDialog({ enrolleeId, onClose }: FormerNameDialogProps) {
  const { t } = useTranslation();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(enrolleesEndpoints.addFormerName, {
    request: ({ name }: { name: string }) => ({ params: { id: enrolleeId }, body: { id, name } }),
    invalidates: [enrolleesEndpoints.get],
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t("enrollees.file.addFormerName")}
      okText={t("common.save")}
      confirmLoading={pending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={submit} initialValues={{ name: "" }}>
        <ProblemAlert error={error} />
        <Form.Item
          name="name"
          label={t("enrollees.file.formerNames")}
          required
          extra={t("enrollees.file.formerNameHelp")}
        >
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
