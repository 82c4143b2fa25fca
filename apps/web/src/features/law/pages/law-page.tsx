import { RULE_ACTORS, RULE_TRIGGERS } from "@rehab/domain/law/rule";
import { lawEndpoints } from "@rehab/schema/law";
import type { LawItem, RuleView } from "@rehab/schema/law";
import { useQuery } from "@tanstack/react-query";
import { Alert, Skeleton, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { spansOf, useContentLines, useItemName, useLimitLines, usePeriodText } from "../law-words.ts";
import styles from "./law-page.module.css";

const parts = ["rules", "test_plan", "setting", "holidays"] as const;
type Part = (typeof parts)[number];

/** What every computed date rests on: rules by instrument, test plans, local settings, holidays. */
function LawPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const part = parts.find((each) => each === search.get("part")) ?? "rules";
  const { data, error, refetch } = useQuery(q(lawEndpoints.list, {}));
  const itemsOf = (subject: Part) => (data?.items ?? []).filter((item) => item.subject === subject);

  return (
    <>
      <PageHeader title={t("law.title")} purpose={t("law.purpose")} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Tabs
        activeKey={part}
        onChange={(key) => setSearch(key === "rules" ? {} : { part: key }, { replace: true })}
        items={parts.map((key) => ({ key, label: t(`law.parts.${key}`) }))}
      />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 12 }} />}
      {data && part === "rules" && <Instruments rules={data.rules} />}
      {data && (part === "test_plan" || part === "setting") && <Items part={part} items={itemsOf(part)} />}
      {data && part === "holidays" && <Holidays years={itemsOf("holidays")} />}
    </>
  );
}

function Instruments({ rules }: { readonly rules: readonly RuleView[] }) {
  const instruments = [...new Set(rules.map(({ instrument }) => instrument))];
  return (
    <div className={styles.sections}>
      {instruments.map((instrument) => (
        <Panel key={instrument} title={instrument} flush>
          <RuleTable label={instrument} rules={rules.filter((rule) => rule.instrument === instrument)} />
        </Panel>
      ))}
    </div>
  );
}

interface RuleTableProps {
  readonly label: string;
  readonly rules: readonly RuleView[];
}

function RuleTable({ label, rules }: RuleTableProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (
    <DataTable<RuleView>
      compact
      label={label}
      rows={rules}
      rowKey={({ id }) => id}
      minWidth={1040}
      columns={[
        {
          key: "code",
          title: t("law.code"),
          width: 60,
          render: (_, { id }) => <Link to={paths.lawItem("rule", id)}>{id}</Link>,
        },
        {
          key: "rule",
          title: t("law.rule"),
          render: (_, { title, article, says }) => (
            <div className={styles.rule}>
              <span>
                <strong>{title}</strong> <span className={styles.soft}>{article}</span>
              </span>
              <span>{says}</span>
            </div>
          ),
        },
        {
          key: "trigger",
          title: t("law.trigger"),
          width: 112,
          render: (_, { trigger }) => labelOf(RULE_TRIGGERS, trigger),
        },
        {
          key: "period",
          title: t("law.period"),
          width: 190,
          render: (_, rule) => <PeriodCell rule={rule} />,
        },
        {
          key: "actor",
          title: t("law.actor"),
          width: 112,
          render: (_, { actor }) => labelOf(RULE_ACTORS, actor),
        },
        { key: "endedBy", title: t("law.endedBy"), dataIndex: "endedBy", width: 120 },
        { key: "concerns", title: t("law.concerns"), dataIndex: "concerns", width: 72, align: "right" },
        {
          key: "since",
          title: t("law.since"),
          width: 116,
          render: (_, { inForceFrom, versions }) => (
            <div className={styles.rule}>
              <span>{inForceFrom}</span>
              {versions.length > 1 && (
                <span className={styles.soft}>{t("law.versionCount", { count: versions.length })}</span>
              )}
            </div>
          ),
        },
      ]}
    />
  );
}

function PeriodCell({ rule }: { readonly rule: RuleView }) {
  const { t } = useTranslation();
  const periodText = usePeriodText();
  const limitLines = useLimitLines();
  const { period, limits, stoppedBy } = rule;
  return (
    <div className={styles.rule}>
      {(period !== null || limits === null) && <span>{periodText(period)}</span>}
      {limitLines(limits).map((line) => (
        <span key={line}>{line}</span>
      ))}
      {period?.rollsOver && <span className={styles.soft}>{t("law.rolls")}</span>}
      {stoppedBy !== null && <span className={styles.soft}>{stoppedBy}</span>}
    </div>
  );
}

function Items({
  part,
  items,
}: {
  readonly part: "test_plan" | "setting";
  readonly items: readonly LawItem[];
}) {
  const { t } = useTranslation();
  const nameOf = useItemName();
  const linesOf = useContentLines();
  return (
    <Panel title={t(`law.parts.${part}`)} flush>
      <DataTable<LawItem>
        label={t(`law.parts.${part}`)}
        rows={items}
        rowKey={({ code }) => code}
        columns={[
          {
            key: "name",
            title: t("law.name"),
            width: 220,
            render: (_, item) => <Link to={paths.lawItem(item.subject, item.code)}>{nameOf(item)}</Link>,
          },
          {
            key: "now",
            title: t("law.now"),
            render: (_, { content }) => content !== null && linesOf(content).join("；"),
          },
          {
            key: "since",
            title: t("law.versions"),
            width: 130,
            render: (_, { versions }) => t("law.versionCount", { count: versions.length }),
          },
        ]}
      />
    </Panel>
  );
}

function Holidays({ years }: { readonly years: readonly LawItem[] }) {
  const { t } = useTranslation();
  const { ability } = useSession();
  const missing = years.filter(({ content }) => content === null).map(({ code }) => code);
  const rows = [...years].reverse();
  return (
    <div className={styles.sections}>
      {missing.map((year) => (
        <Alert
          key={year}
          type="warning"
          showIcon
          title={t("law.unknownYear", { year })}
          action={
            ability.can("create", "Law") && (
              <Link to={paths.lawItem("holidays", year)}>{t("law.addYear")}</Link>
            )
          }
        />
      ))}
      <Panel title={t("law.parts.holidays")} flush>
        <DataTable<LawItem>
          compact
          label={t("law.parts.holidays")}
          rows={rows}
          rowKey={({ code }) => code}
          minWidth={900}
          columns={[
            {
              key: "year",
              title: t("law.year"),
              width: 72,
              render: (_, { code }) => <Link to={paths.lawItem("holidays", code)}>{code}</Link>,
            },
            {
              key: "known",
              title: t("law.published"),
              width: 96,
              render: (_, { content }) =>
                content === null ? (
                  <StatusTag tone="dueSoon">{t("law.yearUnknown")}</StatusTag>
                ) : (
                  <StatusTag tone="done">{t("law.yearKnown")}</StatusTag>
                ),
            },
            {
              key: "source",
              title: t("law.source"),
              width: 200,
              render: (_, { content }) => content !== null && "source" in content && content.source,
            },
            {
              key: "daysOff",
              title: t("law.daysOff"),
              render: (_, { content }) =>
                content !== null && "daysOff" in content && spansOf(content.daysOff).join("，"),
            },
            {
              key: "workdays",
              title: t("law.workdays"),
              width: 300,
              render: (_, { content }) =>
                content !== null && "workdays" in content && content.workdays.map(dayText).join("，"),
            },
          ]}
        />
      </Panel>
    </div>
  );
}

export { LawPage as Component };
