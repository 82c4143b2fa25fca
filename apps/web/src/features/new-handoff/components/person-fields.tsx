import type { PersonCandidate } from "@rehab/schema/new-handoff";
import { Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useSession } from "../../../api/session.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { usePlaces } from "../use-places.ts";
import styles from "./new-handoff.module.css";

/** Who it is, and where the measure is carried out. */
export function PersonFields({ known }: { readonly known: PersonCandidate | null }) {
  const { t } = useTranslation();
  const { today } = useSession().session;
  const { stations, townships } = usePlaces();
  return (
    <Panel title={t("newHandoff.person")}>
      <div className={styles.grid}>
        <Form.Item name="name" label={t("newHandoff.name")} required>
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item name="idNumber" label={t("newHandoff.idNumber")}>
          <Input
            autoComplete="off"
            maxLength={40}
            {...(known?.maskedIdNumber && {
              placeholder: t("newHandoff.knownNumber", { number: known.maskedIdNumber }),
            })}
          />
        </Form.Item>
        <Form.Item name="birthDate" label={t("newHandoff.birthDate")}>
          <DayInput clearable max={today} />
        </Form.Item>
        <Form.Item name="sex" label={t("newHandoff.sex")}>
          <Radio.Group
            options={(["male", "female"] as const).map((value) => ({ value, label: t(`common.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="ethnicity" label={t("newHandoff.ethnicity")}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="phone" label={t("newHandoff.phone")}>
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item name="townshipId" label={t("newHandoff.township")}>
          <Select allowClear options={townships} placeholder={t("newHandoff.choose")} />
        </Form.Item>
        <Form.Item name="stationId" label={t("newHandoff.station")} required>
          <Select options={stations} placeholder={t("newHandoff.choose")} />
        </Form.Item>
        <Form.Item
          name="registeredAddress"
          label={t("newHandoff.registeredAddress")}
          className={styles.half ?? ""}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="residence" label={t("newHandoff.residence")} className={styles.half ?? ""}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
    </Panel>
  );
}
