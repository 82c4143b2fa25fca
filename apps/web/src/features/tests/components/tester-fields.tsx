import { staffEndpoints } from "@rehab/schema/staff";
import { useQuery } from "@tanstack/react-query";
import { AutoComplete, Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";

interface TesterFieldsProps {
  /** How many women may have to give a sample; undefined for a single person whose sex does not ask for it. */
  readonly women: number;
}

/** Who takes the samples: two people, and which of them takes those of women. */
export function TesterFields({ women }: TesterFieldsProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const { data } = useQuery({ ...q(staffEndpoints.list, {}), staleTime: 300_000 });
  const names = (data?.staff ?? [])
    .filter(({ stationId }) => stationId === session.account.stationId)
    .map(({ name }) => ({ value: name }));
  const form = Form.useFormInstance();
  const tester: string | undefined = Form.useWatch("tester", form);
  const secondTester: string | undefined = Form.useWatch("secondTester", form);
  const two = [...new Set([tester?.trim(), secondTester?.trim()])].filter(
    (name): name is string => name !== undefined && name !== "",
  );
  return (
    <>
      <Form.Item name="tester" label={t("tests.head.tester")} required>
        <AutoComplete options={names} />
      </Form.Item>
      <Form.Item name="secondTester" label={t("tests.head.secondTester")} required>
        <AutoComplete options={names} />
      </Form.Item>
      {women > 0 && (
        <Form.Item
          name="womanCollector"
          label={t("tests.head.womanCollector")}
          tooltip={t("tests.head.womanHelp", { count: women })}
        >
          <Select
            allowClear
            placeholder={t("tests.head.noWoman")}
            options={two.map((name) => ({ value: name, label: name }))}
          />
        </Form.Item>
      )}
    </>
  );
}
