import { DRAW_STRATA } from "@rehab/domain/testing/draw-strata";
import type { DrawStrata } from "@rehab/domain/testing/draw-strata";
import { testDrawsEndpoints } from "@rehab/schema/test-draws";
import type { DrawView } from "@rehab/schema/test-draws";
import { stationsEndpoints } from "@rehab/schema/stations";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Form, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { pages, q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { FactList } from "../../../ui/fact-list.tsx";
import matter from "../../../ui/matter.module.css";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { TestsNav } from "../components/tests-nav.tsx";
import styles from "../components/tests.module.css";

/** Random draws that anybody can compute again. */
function DrawsPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const shown = params.get("draw");
  const list = useInfiniteQuery(
    pages(testDrawsEndpoints.list, (cursor) => ({ query: { limit: 20, ...(cursor && { cursor }) } })),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const open = (id: string) => setParams({ draw: id }, { replace: true });
  return (
    <>
      <PageHeader title={t("tests.draws")} purpose={t("tests.drawsPurpose")} />
      <TestsNav />
      <div className={styles.stack}>
        <DrawForm onDrawn={open} />
        {shown !== null && <DrawPanel id={shown} />}
        <Panel flush title={t("tests.draw.list")}>
          <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
          <DataTable
            compact
            label={t("tests.draw.list")}
            rows={rows}
            rowKey={({ id }) => id}
            loading={list.isPending}
            minWidth={680}
            empty={<EmptyState title={t("tests.draw.none")} />}
            columns={[
              {
                key: "on",
                title: t("tests.draw.drawnOn"),
                render: (_, { drawnOn }) => dayText(drawnOn),
              },
              { key: "purpose", title: t("tests.draw.purpose"), dataIndex: "purpose" },
              {
                key: "scope",
                title: t("tests.draw.scope"),
                render: (_, { stationName }) => stationName ?? t("tests.draw.county"),
              },
              {
                key: "counts",
                title: t("tests.draw.size"),
                render: (_, { population, sample }) => t("tests.draw.counts", { population, sample }),
              },
              { key: "by", title: t("tests.draw.by"), dataIndex: "recordedBy" },
              {
                key: "open",
                title: "",
                render: (_, { id, drawnOn }) => (
                  <Button
                    size="small"
                    aria-label={t("tests.draw.openOf", { day: drawnOn })}
                    onClick={() => open(id)}
                  >
                    {t("tests.draw.open")}
                  </Button>
                ),
              },
            ]}
          />
          {list.hasNextPage && (
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t("common.loadMore")}
            </Button>
          )}
        </Panel>
      </div>
    </>
  );
}

interface Values {
  readonly stationId?: string | null;
  readonly purpose: string;
  readonly size: number | null;
  readonly stratifiedBy: DrawStrata | null;
}

function DrawForm({ onDrawn }: { readonly onDrawn: (id: string) => void }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const own = session.account.stationId;
  const isBureau = session.account.roles.includes("supervisor");
  const { data } = useQuery({ ...q(stationsEndpoints.list, {}), staleTime: 300_000 });
  const [id, setId] = useState(() => newId());
  const { form, submit, pending, error, reset } = useBodyForm(testDrawsEndpoints.create, {
    request: ({ stationId, size, ...values }: Values) => ({
      body: { id, stationId: isBureau ? (stationId ?? null) : own, size: size ?? 0, ...values },
    }),
    invalidates: [testDrawsEndpoints.list],
    onDone: (draw) => {
      setId(newId());
      reset();
      onDrawn(draw.id);
    },
  });
  return (
    <Panel title={t("tests.draw.new")}>
      <Form
        form={form}
        name="test-draw"
        layout="vertical"
        aria-label={t("tests.draw.new")}
        initialValues={{ stationId: null, purpose: "", size: 9, stratifiedBy: null }}
        onFinish={submit}
      >
        <ProblemAlert error={error} />
        <div className={styles.fields}>
          <Form.Item
            name="purpose"
            label={t("tests.draw.purpose")}
            extra={t("tests.draw.purposeHelp")}
            required
          >
            <Input maxLength={200} />
          </Form.Item>
          {isBureau && (
            <Form.Item name="stationId" label={t("tests.draw.scope")}>
              <Select
                allowClear
                placeholder={t("tests.draw.county")}
                options={(data?.stations ?? []).map(({ id: value, name }) => ({ value, label: name }))}
              />
            </Form.Item>
          )}
          <Form.Item name="size" label={t("tests.draw.size")} required>
            <InputNumber min={1} max={500} precision={0} />
          </Form.Item>
          <Form.Item
            name="stratifiedBy"
            label={t("tests.draw.stratifiedBy")}
            extra={t("tests.draw.stratifiedByHelp")}
          >
            <Select
              options={[
                { value: null, label: t("tests.draw.whole") },
                ...DRAW_STRATA.map(({ code }) => ({ value: code, label: labelOf(DRAW_STRATA, code) })),
              ]}
            />
          </Form.Item>
        </div>
        <div className={matter.buttons}>
          <Button type="primary" htmlType="submit" loading={pending}>
            {t("tests.draw.create")}
          </Button>
          <span className={matter.small}>{t("tests.draw.help")}</span>
        </div>
      </Form>
    </Panel>
  );
}

function DrawPanel({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { data, error, refetch } = useQuery(q(testDrawsEndpoints.get, { params: { id } }));
  if (data === undefined) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  return (
    <Panel
      title={`${data.purpose} · ${dayText(data.drawnOn)}`}
      extra={
        <StatusTag tone={data.reproduced ? "done" : "overdue"}>
          {t(data.reproduced ? "tests.draw.reproduced" : "tests.draw.notReproduced")}
        </StatusTag>
      }
    >
      <FactList
        facts={[
          {
            label: t("tests.draw.size"),
            value: t("tests.draw.counts", { population: data.population, sample: data.sample }),
          },
          ...(data.stratifiedBy === null
            ? []
            : [
                {
                  label: labelOf(DRAW_STRATA, data.stratifiedBy),
                  value: data.strata
                    .map(({ name, ids, sample }) =>
                      t("tests.draw.part", { name, population: ids.length, sample }),
                    )
                    .join("；"),
                },
              ]),
          { label: t("tests.draw.seed"), value: <span className={styles.digest}>{data.seed}</span> },
          {
            label: t("tests.draw.recipe"),
            value: t(data.strata.length === 0 ? "tests.draw.recipeText" : "tests.draw.recipeStrata", {
              sample: data.sample,
            }),
          },
        ]}
      />
      <SampleTable draw={data} />
      {populationsOf(data).map(({ name, ids }) => {
        const title = [t("tests.draw.population"), name].filter(Boolean).join(" · ");
        return (
          <details key={name}>
            <summary>{title}</summary>
            <pre className={styles.ids} tabIndex={0} aria-label={title}>
              {ids.join("\n")}
            </pre>
          </details>
        );
      })}
    </Panel>
  );
}

/** The frozen population: as a whole, or part by part. */
function populationsOf({ strata, populationIds }: DrawView) {
  return strata.length === 0 ? [{ name: "", ids: populationIds }] : strata;
}

function SampleTable({ draw }: { readonly draw: DrawView }) {
  const { t } = useTranslation();
  return (
    <DataTable
      compact
      label={t("tests.draw.sampleTable")}
      rows={draw.people.map((person, index) => ({ ...person, order: index + 1 }))}
      rowKey={({ enrolleeId }) => enrolleeId}
      minWidth={720}
      columns={[
        { key: "order", title: t("tests.draw.order"), dataIndex: "order", width: 60 },
        {
          key: "person",
          title: t("tests.queue.person"),
          width: 90,
          render: (_, { enrolleeId, maskedName }) => (
            <Link to={paths.enrolleeTests(enrolleeId)}>{maskedName}</Link>
          ),
        },
        { key: "station", title: t("tests.queue.station"), dataIndex: "stationName", width: 160 },
        {
          key: "hair",
          title: t("tests.draw.hair"),
          width: 140,
          render: (_, { testedOn }) =>
            testedOn === null ? (
              <StatusTag tone="dueSoon">{t("tests.draw.notYet")}</StatusTag>
            ) : (
              <StatusTag tone="done">{testedOn}</StatusTag>
            ),
        },
        {
          key: "digest",
          title: t("tests.draw.digest"),
          render: (_, { digest }) => <span className={styles.digest}>{digest}</span>,
        },
      ]}
    />
  );
}

export { DrawsPage as Component };
