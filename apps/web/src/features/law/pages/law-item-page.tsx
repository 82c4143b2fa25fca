import { LeftOutlined, PlusOutlined } from "@ant-design/icons";
import { RULE_ACTORS, RULE_TRIGGERS } from "@rehab/domain/law/rule";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { lawEndpoints } from "@rehab/schema/law";
import type { RuleView, VersionView } from "@rehab/schema/law";
import type { LawContent } from "@rehab/schema/law-version";
import { useQuery } from "@tanstack/react-query";
import { Alert, App, Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths, withQuery } from "../../../lib/paths.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { FactList } from "../../../ui/fact-list.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { VersionForm } from "../components/version-form.tsx";
import type { VersionSubject } from "../components/version-form.tsx";
import { VersionTable } from "../components/version-table.tsx";
import { useContentLines, useItemName, useLimitLines, usePeriodText } from "../law-words.ts";
import styles from "./law-page.module.css";

/** What the page is about: a rule, a test plan, a setting or a year of holidays. */
interface Item {
  readonly subject: VersionSubject;
  readonly code: string;
  readonly name: string;
  readonly content: LawContent | null;
  readonly versions: readonly VersionView[];
  readonly rule: RuleView | undefined;
}

function useItem() {
  const { subject = "", code = "" } = useParams();
  const nameOf = useItemName();
  const list = useQuery(q(lawEndpoints.list, {}));
  const rule = subject === "rule" ? list.data?.rules.find(({ id }) => id === code) : undefined;
  const other = list.data?.items.find((each) => each.subject === subject && each.code === code);
  let item: Item | undefined;
  if (rule !== undefined) {
    const current = rule.versions.find(
      ({ annulled, inForceFrom }) => annulled === null && inForceFrom === rule.inForceFrom,
    );
    const content = current?.content ?? null;
    item = {
      subject: "rule",
      code,
      name: `${rule.id} ${rule.title}`,
      content,
      versions: rule.versions,
      rule,
    };
  } else if (other !== undefined) {
    item = { ...other, name: nameOf(other), rule: undefined };
  }
  return { ...list, item };
}

/** One rule, plan, setting or year: what holds, whom it concerns, its versions, and the way to the next one. */
function LawItemPage() {
  const { t } = useTranslation();
  const { ability } = useSession();
  const { message } = App.useApp();
  const { data, error, refetch, item } = useItem();
  const [adding, setAdding] = useState(false);
  const part = item === undefined || item.subject === "rule" ? undefined : item.subject;
  const mayAdd = ability.can("create", "Law") && item !== undefined && (item.rule?.wordedBy ?? null) === null;
  return (
    <>
      <PageHeader
        back={
          <Link to={withQuery(paths.law, { part })}>
            <LeftOutlined /> {t("law.back")}
          </Link>
        }
        title={item?.name ?? t("law.title")}
        actions={
          mayAdd &&
          !adding && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t("law.add")}
            </Button>
          )
        }
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 10 }} />}
      {data !== undefined && item === undefined && <EmptyState title={t("law.notFound")} />}
      {data !== undefined && item !== undefined && (
        <div className={styles.sections}>
          {adding && (
            <VersionForm
              subject={item.subject}
              code={item.code}
              current={item.content}
              today={data.today}
              onSaved={({ followed }) => {
                void message.success(t(followed ? "law.saved" : "law.savedSoon"));
                setAdding(false);
              }}
              onCancel={() => setAdding(false)}
            />
          )}
          {item.rule === undefined ? <Now item={item} /> : <RulePanels rule={item.rule} />}
          <VersionTable versions={item.versions} today={data.today} />
        </div>
      )}
    </>
  );
}

function Now({ item }: { readonly item: Item }) {
  const { t } = useTranslation();
  const linesOf = useContentLines();
  if (item.content === null) {
    return <Alert type="warning" showIcon title={t("law.unknownYear", { year: item.code })} />;
  }
  return (
    <Panel title={t("law.now")}>
      <div className={styles.lines}>
        {linesOf(item.content).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {"key" in item.content && <p className={styles.soft}>{t(`law.settingHelp.${item.content.key}`)}</p>}
    </Panel>
  );
}

function RulePanels({ rule }: { readonly rule: RuleView }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const nameOf = useItemName();
  const periodText = usePeriodText();
  const limitLines = useLimitLines();
  const { wordedBy, period, limits } = rule;
  const facts = [
    { label: t("law.citation"), value: `《${rule.instrument}》${rule.article}` },
    { label: t("law.says"), value: rule.says },
    { label: t("law.trigger"), value: labelOf(RULE_TRIGGERS, rule.trigger) },
    {
      label: t("law.period"),
      value:
        period === null
          ? t("law.noClock")
          : `${periodText(period)}，${t(period.rollsOver ? "law.rolls" : "law.rollsNot")}`,
    },
    ...(limits === null ? [] : [{ label: t("law.limits"), value: limitLines(limits).join("；") }]),
    { label: t("law.stops"), value: rule.stoppedBy ?? t("law.stopsNot") },
    { label: t("law.actor"), value: labelOf(RULE_ACTORS, rule.actor) },
    { label: t("law.endedBy"), value: rule.endedBy, hideEmpty: true },
    { label: t("law.since"), value: t("law.from", { day: dayText(rule.inForceFrom) }) },
  ];
  return (
    <div className={styles.columns}>
      <Panel title={t("law.now")}>
        <FactList facts={facts} />
        {wordedBy !== null && (
          <p className={styles.soft}>
            {t("law.wordedBy", { name: nameOf(wordedBy) })}{" "}
            <Link to={paths.lawItem(wordedBy.subject, wordedBy.code)}>{nameOf(wordedBy)}</Link>
          </p>
        )}
      </Panel>
      <Concerned ruleId={rule.id} />
    </div>
  );
}

function Concerned({ ruleId }: { readonly ruleId: string }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { data, error, isPending, refetch } = useQuery(q(lawEndpoints.people, { params: { ruleId } }));
  return (
    <Panel
      flush
      title={t("law.concernsTitle")}
      extra={data && <span>{t("law.people", { count: data.concerns })}</span>}
    >
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <DataTable
        compact
        label={t("law.concernsTitle")}
        rows={data?.groups}
        rowKey={({ stationName, measure }) => `${stationName} ${measure}`}
        loading={isPending}
        empty={t("law.concernsNone")}
        columns={[
          { key: "station", title: t("law.station"), dataIndex: "stationName" },
          { key: "measure", title: t("law.measure"), render: (_, { measure }) => labelOf(MEASURES, measure) },
          { key: "people", title: t("law.count"), dataIndex: "people", align: "right", width: 80 },
        ]}
      />
    </Panel>
  );
}

export { LawItemPage as Component };
