import { SearchOutlined } from "@ant-design/icons";
import { zhOf } from "@rehab/domain/code-list";
import { ID_NUMBER_ISSUES, readIdNumber } from "@rehab/domain/identity/id-number";
import { plainDate } from "@rehab/domain/time/plain-date";
import type { ResponseOf } from "@rehab/schema/endpoint";
import { newHandoffEndpoints } from "@rehab/schema/new-handoff";
import { Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { SearchBody } from "../handoff-values.ts";
import { usePlaces } from "../use-places.ts";
import styles from "./new-handoff.module.css";

export type Found = ResponseOf<typeof newHandoffEndpoints.findPerson>;

interface PersonSearchProps {
  readonly search: SearchBody;
  readonly onFound: (search: SearchBody, found: Found) => void;
}

/** Who it is, before anything is typed: the number is checked while it is typed. */
export function PersonSearch({ search, onFound }: PersonSearchProps) {
  const { t } = useTranslation();
  const { townships } = usePlaces();
  const bodyOf = (values: Partial<SearchBody>): SearchBody => ({
    name: values.name ?? null,
    idNumber: values.idNumber ?? null,
    birthDate: values.birthDate ?? null,
    townshipId: values.townshipId ?? null,
  });
  const { form, submit, pending, error } = useBodyForm(newHandoffEndpoints.findPerson, {
    request: (values: Partial<SearchBody>) => ({ body: bodyOf(values) }),
    onDone: (found) => onFound(bodyOf(form.getFieldsValue()), found),
  });
  const idNumber = Form.useWatch("idNumber", form);
  const birthDate = Form.useWatch("birthDate", form);

  return (
    <Panel title={t("newHandoff.searchStep")}>
      <ProblemAlert error={error} />
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={search}
        className={styles.grid ?? ""}
      >
        <Form.Item name="name" label={t("newHandoff.name")}>
          <Input autoFocus autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item
          name="idNumber"
          label={t("newHandoff.idNumber")}
          extra={idNumber && <NumberVerdict idNumber={idNumber} birthDate={birthDate ?? null} />}
        >
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item name="birthDate" label={t("newHandoff.birthDate")}>
          <DayInput clearable />
        </Form.Item>
        <Form.Item name="townshipId" label={t("newHandoff.township")}>
          <Select allowClear options={townships} placeholder={t("newHandoff.choose")} />
        </Form.Item>
        <div className={styles.wide}>
          <Button type="primary" htmlType="submit" icon={<SearchOutlined />} loading={pending}>
            {t("newHandoff.search")}
          </Button>
          <span className={styles.soft}>{t("newHandoff.searchHelp")}</span>
        </div>
      </Form>
    </Panel>
  );
}

interface NumberVerdictProps {
  readonly idNumber: string;
  readonly birthDate: string | null;
}

/** What the number says of itself, as far as it is typed. */
function NumberVerdict({ idNumber, birthDate }: NumberVerdictProps) {
  const { t } = useTranslation();
  const { today } = useSession().session;
  const read = readIdNumber(idNumber, plainDate(today));
  if (!read.ok && read.issue === "missing_id") return <span role="status" />;
  return (
    <span role="status" className={styles.verdict}>
      {read.ok ? (
        <StatusTag tone={read.convertedFrom15 ? "dueSoon" : "done"}>
          {t("newHandoff.idOk", { birthDate: read.birthDate, sex: t(`common.${read.sex}`) })}
        </StatusTag>
      ) : (
        <StatusTag tone="overdue">{zhOf(ID_NUMBER_ISSUES, read.issue)}</StatusTag>
      )}
      {read.ok && read.convertedFrom15 && <span>{t("newHandoff.idConverted")}</span>}
      {read.ok && birthDate !== null && birthDate !== read.birthDate && (
        <StatusTag tone="overdue">{t("newHandoff.idBirthDiffers", { birthDate: read.birthDate })}</StatusTag>
      )}
    </span>
  );
}
