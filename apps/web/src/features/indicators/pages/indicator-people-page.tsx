import { ArrowLeftOutlined } from "@ant-design/icons";
import { CONTROL_REASONS } from "@rehab/domain/indicators/control-reason";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { indicatorsEndpoints } from "@rehab/schema/indicators";
import type { ControlRatePerson } from "@rehab/schema/indicators";
import { stationsEndpoints } from "@rehab/schema/stations";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { TableColumnType } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { pages, q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths, withQuery } from "../../../lib/paths.ts";
import { PeopleListPage } from "../../../parts/people-list-page.tsx";
import { ControlTag } from "../../../ui/case-tags.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";

const Asked = indicatorsEndpoints.controlRatePeople.query.omit({ cursor: true, limit: true });

/** Exactly the people behind one number of the indicators. */
function IndicatorPeoplePage() {
  const { t } = useTranslation();
  const { session } = useSession();
  const [params] = useSearchParams();

  const parsed = Asked.safeParse(Object.fromEntries(params));
  const asked = parsed.success ? parsed.data : Asked.parse({});
  const asOf = asked.asOf ?? session.today;

  const people = useInfiniteQuery(
    pages(indicatorsEndpoints.controlRatePeople, (cursor) => ({
      query: { ...asked, asOf, limit: 200, ...(cursor && { cursor }) },
    })),
  );
  const total = people.data?.pages[0]?.total.count;
  const columns = usePeopleColumns();
  const what = useAskedWords(asked);

  return (
    <PeopleListPage
      back={
        <Link to={withQuery(paths.indicators, { asOf, evidenceDays: asked.evidenceDays })}>
          <ArrowLeftOutlined /> {t("indicators.back")}
        </Link>
      }
      title={total === undefined ? what : t("indicators.peopleTitle", { what, count: total })}
      purpose={t("indicators.peoplePurpose", { day: dayText(asOf) })}
      list={people}
      listLabel={what}
      rowKey={({ caseId }) => caseId}
      enrolleeIdOf={({ id }) => id}
      pathOf={({ id }) => paths.enrollee(id)}
      columns={() => columns}
      sticky
      minWidth={1110}
      empty={<EmptyState title={t("indicators.nobody")} />}
    />
  );
}

/** The number in words: 文星街道中心站 · 社区戒毒 · 逾期未报到. */
function useAskedWords(asked: ReturnType<typeof Asked.parse>): string {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const stations = useQuery({ ...q(stationsEndpoints.list, {}), enabled: asked.stationId !== undefined });
  const station = stations.data?.stations.find(({ id }) => id === asked.stationId);
  return [
    station?.name,
    asked.measure && labelOf(MEASURES, asked.measure),
    asked.reason
      ? labelOf(CONTROL_REASONS, asked.reason)
      : t(`indicators.groups.${asked.group}`, { count: asked.evidenceDays }),
  ]
    .filter(Boolean)
    .join(" · ");
}

function usePeopleColumns(): TableColumnType<ControlRatePerson>[] {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const day = (value: string | null) => (value === null ? "—" : dayText(value));
  return [
    {
      key: "idNumber",
      title: t("enrollees.idNumber"),
      width: 164,
      render: (_, { maskedIdNumber }) => maskedIdNumber ?? t("common.unknown"),
    },
    {
      key: "measure",
      title: t("enrollees.measure"),
      width: 104,
      render: (_, { measure }) => labelOf(MEASURES, measure),
    },
    { key: "station", title: t("enrollees.station"), width: 128, dataIndex: "stationName" },
    {
      key: "caseworker",
      title: t("enrollees.caseworker"),
      width: 108,
      render: (_, { caseworkerName }) => caseworkerName ?? t("enrollees.file.noOwner"),
    },
    {
      key: "reason",
      title: t("indicators.reason"),
      width: 130,
      render: (_, { reason, controlled }) => <ControlTag reason={reason} controlled={controlled} />,
    },
    { key: "since", title: t("indicators.since"), width: 130, render: (_, { since }) => day(since) },
    {
      key: "lastInPersonOn",
      title: t("enrollees.lastInPersonOn"),
      width: 130,
      render: (_, { lastInPersonOn }) =>
        lastInPersonOn === null ? t("enrollees.never") : dayText(lastInPersonOn),
    },
    {
      key: "proven",
      title: t("indicators.provenColumn"),
      render: (_, { proven, wayBack }) =>
        wayBack ?? (
          <StatusTag tone={proven ? "done" : "dueSoon"}>
            {t(proven ? "indicators.proven" : "indicators.notProven")}
          </StatusTag>
        ),
    },
  ];
}

export { IndicatorPeoplePage as Component };
