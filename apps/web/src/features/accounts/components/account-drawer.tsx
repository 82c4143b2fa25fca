import { roles } from "@rehab/schema/access/role";
import type { Role } from "@rehab/schema/access/role";
import { accountsEndpoints } from "@rehab/schema/accounts";
import type { Account } from "@rehab/schema/accounts";
import { stationsEndpoints } from "@rehab/schema/stations";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Checkbox, Drawer, Form, Input, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { q, useFresh } from "../../../api/query.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { FormProblem } from "../../../parts/form-problem.tsx";
import { PasswordInput } from "./password-input.tsx";

interface AccountDrawerProps {
  /** Undefined for a new account. */
  readonly account: Account | undefined;
  readonly onClose: () => void;
}

interface Values {
  readonly username: string;
  readonly displayName: string;
  readonly roles: Role[];
  readonly stationId: string | null;
  readonly status: Account["status"];
  readonly password: string;
}

const blank: Values = {
  username: "",
  displayName: "",
  roles: ["caseworker"],
  stationId: null,
  status: "active",
  password: "",
};

/** What of an account the form changes. */
const pick = ({ displayName, roles: held, stationId, status }: Account) => ({
  displayName,
  roles: held,
  stationId,
  status,
});

/** Creates an account or changes one. */
export function AccountDrawer({ account, onClose }: AccountDrawerProps) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const labelOf = useCodeLabel();
  const fresh = useFresh();
  const stations = useQuery(q(stationsEndpoints.list, {}));
  const [id] = useState(() => account?.id ?? newId());
  const done = {
    invalidates: [accountsEndpoints.list],
    onDone: () => {
      void message.success(t("accounts.saved"));
      onClose();
    },
  };
  // Only caseworkers belong to a station.
  const stationOf = (values: Values) => (values.roles.includes("caseworker") ? values.stationId : null);
  const creation = useBodyForm(accountsEndpoints.create, {
    ...done,
    fieldOfProblem: { username_taken: "username", password_too_weak: "password" },
    request: (values: Values) => {
      const { username, displayName, password } = values;
      return {
        body: { id, username, displayName, password, roles: values.roles, stationId: stationOf(values) },
      };
    },
  });
  const update = useBodyForm(accountsEndpoints.update, {
    ...done,
    ifStale: {
      merges: true,
      savedNow: async () => {
        const { accounts } = await fresh(accountsEndpoints.list, {});
        const saved = accounts.find((each) => each.id === id);
        return saved === undefined ? {} : pick(saved);
      },
    },
    request: (values: Values) => {
      const { displayName, status } = values;
      const body = {
        version: account?.version ?? 0,
        displayName,
        status,
        roles: values.roles,
        stationId: stationOf(values),
      };
      return { params: { id }, body };
    },
  });
  const { form, submit, pending, error, stale } = account === undefined ? creation : update;

  const close = () => {
    if (!form.isFieldsTouched()) return onClose();
    return void modal.confirm({
      title: t("common.leaveUnsaved"),
      okText: t("common.leave"),
      cancelText: t("common.stay"),
      onOk: onClose,
    });
  };

  return (
    <Drawer
      open
      size={440}
      title={account === undefined ? t("accounts.create") : t("accounts.editOf", { name: account.username })}
      onClose={close}
      footer={
        <div style={{ display: "flex", gap: 8, justifyContent: "flex-end" }}>
          <Button onClick={close}>{t("common.cancel")}</Button>
          <Button type="primary" loading={pending} onClick={form.submit}>
            {t("common.save")}
          </Button>
        </div>
      }
    >
      <FormProblem
        error={error}
        stale={stale}
        form={form}
        fields={[
          { name: "displayName", label: t("accounts.displayName") },
          {
            name: "roles",
            label: t("accounts.roles"),
            text: (codes) => (codes as Role[]).map((code) => labelOf(roles, code)).join("、"),
          },
          {
            name: "stationId",
            label: t("accounts.station"),
            text: (code) => stations.data?.stations.find((each) => each.id === code)?.name ?? String(code),
          },
          {
            name: "status",
            label: t("accounts.status"),
            text: (code) => t(code === "active" ? "accounts.active" : "accounts.disabled"),
          },
        ]}
        onDiscard={onClose}
      />
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={account === undefined ? blank : { ...blank, ...account }}
      >
        <AccountFields form={form} isNew={account === undefined} />
        <button type="submit" hidden />
      </Form>
    </Drawer>
  );
}

interface AccountFieldsProps {
  readonly form: ReturnType<typeof Form.useForm<Values>>[0];
  readonly isNew: boolean;
}

function AccountFields({ form, isNew }: AccountFieldsProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { data } = useQuery(q(stationsEndpoints.list, {}));
  const chosenRoles = Form.useWatch("roles", form) ?? [];
  return (
    <>
      {isNew && (
        <Form.Item name="username" label={t("accounts.username")} required extra={t("accounts.usernameHelp")}>
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
      )}
      <Form.Item name="displayName" label={t("accounts.displayName")} required>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="roles" label={t("accounts.roles")} required>
        <Checkbox.Group options={roles.map(({ code }) => ({ value: code, label: labelOf(roles, code) }))} />
      </Form.Item>
      {chosenRoles.includes("caseworker") && (
        <Form.Item name="stationId" label={t("accounts.station")} required>
          <Select
            options={(data?.stations ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            placeholder={t("accounts.chooseStation")}
          />
        </Form.Item>
      )}
      {isNew ? (
        <Form.Item
          name="password"
          label={t("accounts.initialPassword")}
          required
          extra={t("accounts.initialPasswordHelp")}
        >
          <PasswordInput />
        </Form.Item>
      ) : (
        <Form.Item name="status" label={t("accounts.status")} extra={t("accounts.statusHelp")}>
          <Radio.Group
            options={[
              { value: "active", label: t("accounts.active") },
              { value: "disabled", label: t("accounts.disabled") },
            ]}
          />
        </Form.Item>
      )}
    </>
  );
}
