import { MEASURES } from "@rehab/domain/supervision/measure";
import { Segmented } from "antd";
import type { TableColumnType } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { z } from "zod";
import { useCodeLabel } from "../../lib/code-label.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PeopleListPage } from "../people-list-page.tsx";
import type { ListQuery } from "../people-list-page.tsx";
import type { Listed } from "../shown-names.tsx";
import styles from "./step-list-page.module.css";

/** Somebody in a list of matters. */
interface MatterRow extends Listed {
  readonly id: string;
  readonly measure: string;
  readonly stationName: string;
  readonly caseworkerName: string | null;
}

interface StepOption<Step extends string> {
  readonly step: Step;
  readonly label: string;
  /** How many stand at it; undefined until the server has answered. */
  readonly count: number | undefined;
}

interface StepListPageProps<Step extends string, Row extends MatterRow> {
  readonly title: string;
  readonly purpose: string;
  readonly listLabel: string;
  readonly emptyHelp: string;
  readonly stepLabel: string;
  readonly steps: readonly StepOption<Step>[];
  readonly step: Step;
  readonly list: ListQuery<Row>;
  readonly minWidth: number;
  /** Where a row's matter is dealt with. */
  readonly pathOf: (id: string) => string;
  /** What is told of a row between its name and the measure. */
  readonly columns: TableColumnType<Row>[];
}

/** The step that the address names; "all" where it names none. */
export function useStep<Step extends string>(steps: z.ZodType<Step>): Step | "all" {
  const [params] = useSearchParams();
  const parsed = steps.safeParse(params.get("step"));
  return parsed.success ? parsed.data : "all";
}

/** People by how far their matter has come: the steps with their counts, and who stands at the chosen one. */
export function StepListPage<Step extends string, Row extends MatterRow>(
  props: StepListPageProps<Step, Row>,
) {
  const { title, purpose, listLabel, emptyHelp, stepLabel, steps, step, list, minWidth, pathOf, columns } =
    props;
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const [, setParams] = useSearchParams();
  const columnsAfterName = (nameOf: (row: Row) => string): TableColumnType<Row>[] => [
    ...columns,
    {
      key: "measure",
      title: t("noShows.measure"),
      width: 88,
      render: (_, { measure }) => labelOf(MEASURES, measure),
    },
    {
      key: "place",
      title: t("noShows.place"),
      width: 190,
      render: (_, { stationName, caseworkerName }) =>
        [stationName, caseworkerName].filter(Boolean).join(" · "),
    },
    {
      key: "handle",
      title: t("noShows.handle"),
      width: 64,
      render: (_, row) => (
        <Link to={pathOf(row.id)} aria-label={t("noShows.handleOf", { name: nameOf(row) })}>
          {t("noShows.handle")}
        </Link>
      ),
    },
  ];

  return (
    <PeopleListPage<Row>
      title={title}
      purpose={purpose}
      list={list}
      listLabel={listLabel}
      rowKey={({ id }) => id}
      enrolleeIdOf={({ id }) => id}
      pathOf={({ id }) => pathOf(id)}
      columns={columnsAfterName}
      minWidth={minWidth}
      found={(count) => t("noShows.found", { count })}
      empty={<EmptyState title={t("noShows.nobody")} help={emptyHelp} />}
    >
      <div className={styles.steps}>
        <Segmented<Step>
          aria-label={stepLabel}
          value={step}
          onChange={(next) => setParams(next === "all" ? {} : { step: next }, { replace: true })}
          options={steps.map(({ step: value, label, count }) => ({
            value,
            label: `${label} ${count ?? ""}`.trim(),
          }))}
        />
      </div>
    </PeopleListPage>
  );
}
