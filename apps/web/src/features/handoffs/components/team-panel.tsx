import { SUPPORT_ROLES } from "@rehab/domain/handoff/support-team";
import type { SupportRole } from "@rehab/domain/handoff/support-team";
import type { HandoffFile, TeamMember } from "@rehab/schema/handoffs";
import { intakeEndpoints } from "@rehab/schema/intake";
import { App, Button, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { DayInput } from "../../../ui/day-input.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { staleAfterStep, textOrNull } from "../handoff-data.ts";
import styles from "./team-panel.module.css";

/** The support team with the roles that the Regulations name and nobody fills. */
export function TeamPanel({ file }: { readonly file: HandoffFile }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<TeamMember>();
  const mayChange = ability.can("create", "CaseFile") && file.handoffState !== "returned_to_police";
  const roles = file.missingRoles.map((role) => labelOf(SUPPORT_ROLES, role)).join("、");

  return (
    <Panel
      flush
      title={t("handoffs.team")}
      extra={mayChange && <Button onClick={() => setAdding(true)}>{t("handoffs.addMember")}</Button>}
    >
      <p className={styles.rule}>
        <StatusTag tone={roles === "" ? "done" : "dueSoon"}>
          {t(roles === "" ? "handoffs.rolesComplete" : "handoffs.rolesMissing")}
        </StatusTag>
        {roles !== "" && <strong>{roles}</strong>}
        <span>{t("handoffs.teamRule")}</span>
      </p>
      <DataTable<TeamMember>
        label={t("handoffs.team")}
        rows={file.team}
        rowKey={({ id }) => id}
        compact
        minWidth={560}
        empty={<EmptyState title={t("handoffs.teamEmpty")} />}
        columns={[
          {
            key: "role",
            title: t("handoffs.role"),
            width: 120,
            render: (_, { role }) => labelOf(SUPPORT_ROLES, role),
          },
          { key: "name", title: t("handoffs.memberName"), width: 80, dataIndex: "name" },
          { key: "organ", title: t("handoffs.organ"), render: (_, { organ }) => organ ?? "—" },
          {
            key: "phone",
            title: t("handoffs.phone"),
            width: 120,
            render: (_, { maskedPhone }) => maskedPhone ?? "—",
          },
          { key: "from", title: t("handoffs.fromOn"), width: 104, dataIndex: "fromOn" },
          {
            key: "until",
            title: t("handoffs.untilOn"),
            width: 104,
            render: (_, member) =>
              member.untilOn ??
              (mayChange ? (
                <Button
                  size="small"
                  aria-label={t("handoffs.endMemberOf", { name: member.name })}
                  onClick={() => setLeaving(member)}
                >
                  {t("handoffs.endMember")}
                </Button>
              ) : (
                "—"
              )),
          },
        ]}
      />
      {adding && <MemberDialog file={file} onClose={() => setAdding(false)} />}
      {leaving && <LeavingDialog member={leaving} onClose={() => setLeaving(undefined)} />}
    </Panel>
  );
}

interface MemberValues {
  readonly role: SupportRole;
  readonly name: string;
  readonly organ?: string;
  readonly phone?: string;
  readonly fromOn: string;
}

function MemberDialog({ file, onClose }: { readonly file: HandoffFile; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { message } = App.useApp();
  const { today } = useSession().session;
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(intakeEndpoints.addMember, {
    request: ({ role, name, organ, phone, fromOn }: MemberValues) => ({
      params: { id: file.caseId },
      body: { id, role, name, organ: textOrNull(organ), phone: textOrNull(phone), fromOn },
    }),
    invalidates: staleAfterStep,
    onDone: () => {
      void message.success(t("handoffs.done.saved"));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t("handoffs.addMember")}
      okText={t("handoffs.save")}
      confirmLoading={pending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ role: file.missingRoles[0] ?? "cadre", name: "", fromOn: today }}
      >
        <ProblemAlert error={error} />
        <Form.Item name="role" label={t("handoffs.role")} required>
          <Select
            options={SUPPORT_ROLES.map(({ code }) => ({ value: code, label: labelOf(SUPPORT_ROLES, code) }))}
          />
        </Form.Item>
        <Form.Item name="name" label={t("handoffs.memberName")} required>
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item name="organ" label={t("handoffs.organ")}>
          <Input autoComplete="off" maxLength={100} />
        </Form.Item>
        <Form.Item name="phone" label={t("handoffs.phone")}>
          <Input autoComplete="off" inputMode="tel" maxLength={30} />
        </Form.Item>
        <Form.Item name="fromOn" label={t("handoffs.fromOn")} required>
          <DayInput max={today} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function LeavingDialog({ member, onClose }: { readonly member: TeamMember; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { today } = useSession().session;
  const { form, submit, pending, error } = useBodyForm(intakeEndpoints.endMember, {
    request: ({ untilOn }: { untilOn: string }) => ({ params: { id: member.id }, body: { untilOn } }),
    invalidates: staleAfterStep,
    onDone: () => {
      void message.success(t("handoffs.done.saved"));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t("handoffs.endMemberOf", { name: member.name })}
      okText={t("handoffs.save")}
      confirmLoading={pending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={submit} initialValues={{ untilOn: today }}>
        <ProblemAlert error={error} />
        <Form.Item name="untilOn" label={t("handoffs.untilOn")} required>
          <DayInput max={today} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
