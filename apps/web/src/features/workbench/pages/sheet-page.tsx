import { PrinterOutlined } from "@ant-design/icons";
import { DUTY_KINDS } from "@rehab/domain/supervision/duty";
import type { DutyKind } from "@rehab/domain/supervision/duty";
import { workbenchEndpoints } from "@rehab/schema/workbench";
import type { ResponseOf } from "@rehab/schema/endpoint";
import { Button, Form, Input, Segmented, Select } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Paper } from "../../../ui/paper.tsx";
import paper from "../../../ui/paper.module.css";
import { Panel } from "../../../ui/panel.tsx";
import styles from "./sheet-page.module.css";

type Sheet = ResponseOf<typeof workbenchEndpoints.sheet>;
type Person = Sheet["people"][number];
type Grouping = "village" | "caseworker";

interface Values {
  readonly until: string;
  readonly kinds: DutyKind[];
  readonly purpose: string;
}

/** What is left out at first: papers and answers are not done on a round. */
const roundKinds: DutyKind[] = [
  "no_show",
  "lost_contact",
  "leave_return",
  "urine_test",
  "retest",
  "service",
  "visit",
  "goal",
];

/** The Monday sheet by caseworker and the round by village, on A4 with boxes to tick. */
function SheetPage() {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { today } = useSession().session;
  const [sheet, setSheet] = useState<Sheet>();
  const [grouping, setGrouping] = useState<Grouping>("village");
  const { form, submit, pending, error } = useBodyForm(workbenchEndpoints.sheet, {
    request: (values: Values) => ({ body: { ...values, stationId: null } }),
    onDone: setSheet,
  });
  return (
    <>
      <div className={styles.screen}>
        <PageHeader
          title={t("workbench.sheet.title")}
          purpose={t("workbench.sheet.purpose")}
          actions={<Link to={paths.workbench}>{t("workbench.sheet.back")}</Link>}
        />
        <Panel title={t("workbench.sheet.what")}>
          <Form
            form={form}
            layout="vertical"
            onFinish={submit}
            initialValues={{
              until: dayjs(today).add(7, "day").format("YYYY-MM-DD"),
              kinds: roundKinds,
              purpose: "",
            }}
          >
            <ProblemAlert error={error} />
            <div className={styles.fields}>
              <Form.Item name="until" label={t("workbench.sheet.until")} required>
                <DayInput />
              </Form.Item>
              <Form.Item name="purpose" label={t("workbench.sheet.why")} required>
                <Input maxLength={100} placeholder={t("workbench.sheet.whyExample")} />
              </Form.Item>
            </div>
            <Form.Item name="kinds" label={t("workbench.sheet.kinds")} required>
              <Select
                mode="multiple"
                options={DUTY_KINDS.map(({ code }) => ({ value: code, label: labelOf(DUTY_KINDS, code) }))}
              />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={pending}>
              {t("workbench.sheet.make")}
            </Button>{" "}
            <span className={styles.soft}>{t("workbench.sheet.recorded")}</span>
          </Form>
        </Panel>
        {sheet && (
          <div className={styles.bar}>
            <Segmented<Grouping>
              aria-label={t("workbench.sheet.grouping")}
              value={grouping}
              onChange={setGrouping}
              options={(["village", "caseworker"] as const).map((value) => ({
                value,
                label: t(`workbench.sheet.by.${value}`),
              }))}
            />
            <span role="status">{t("workbench.sheet.made", { count: sheet.people.length })}</span>
            <Button
              icon={<PrinterOutlined />}
              onClick={() => window.print()}
              disabled={sheet.people.length === 0}
            >
              {t("workbench.sheet.print")}
            </Button>
          </div>
        )}
      </div>
      {sheet && sheet.people.length > 0 && <RoundSheet sheet={sheet} grouping={grouping} />}
    </>
  );
}

function RoundSheet({ sheet, grouping }: { readonly sheet: Sheet; readonly grouping: Grouping }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { county, today } = useSession().session;
  const groupOf = (person: Person) =>
    grouping === "village"
      ? [person.townshipName, person.village].filter(Boolean).join(" ") || t("workbench.sheet.noVillage")
      : `${person.stationName} ${person.caseworkerName ?? t("workbench.sheet.noCaseworker")}`;
  const groups = new Map<string, Person[]>();
  for (const person of sheet.people) {
    const group = groupOf(person);
    groups.set(group, [...(groups.get(group) ?? []), person]);
  }
  return (
    <Paper className={styles.round}>
      <h1>{t(`workbench.sheet.heading.${grouping}`)}</h1>
      <p>
        {county.name} {t("workbench.sheet.span", { from: dayText(today), to: dayText(sheet.until) })}
      </p>
      {[...groups].map(([name, people]) => (
        <section key={name}>
          <h2>{t("workbench.sheet.group", { name, count: people.length })}</h2>
          <table className={paper.table}>
            <thead>
              <tr>
                <th scope="col">{t("workbench.sheet.done")}</th>
                <th scope="col">{t("workbench.name")}</th>
                <th scope="col">{t("workbench.sheet.address")}</th>
                <th scope="col">{t("workbench.what")}</th>
                <th scope="col">{t("workbench.sheet.result")}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={person.enrolleeId}>
                  <td className={styles.box}>□</td>
                  <td>{person.name}</td>
                  <td>
                    {person.residence ?? person.village}
                    <br />
                    {person.phone}
                  </td>
                  <td>
                    {person.duties.map(({ kind, dueOn, overdue, citation }) => (
                      <p key={`${kind} ${dueOn}`}>
                        {labelOf(DUTY_KINDS, kind)}
                        {dueOn !== null && ` ${dueOn}`}
                        {overdue && `（${t("workbench.sheet.overdue")}）`} {citation}
                      </p>
                    ))}
                  </td>
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </Paper>
  );
}

export { SheetPage as Component };
