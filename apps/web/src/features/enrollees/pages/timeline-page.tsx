import { enrolleesEndpoints, TimelineKind } from "@rehab/schema/enrollees";
import type { TimelineEntry } from "@rehab/schema/enrollees";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Checkbox, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { pages } from "../../../api/query.ts";
import { classNames } from "../../../lib/class-names.ts";
import { dayText, momentText } from "../../../lib/day-text.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ListFooter } from "../../../ui/list-footer.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { useTimelineResult } from "../components/timeline-result.tsx";
import { useFile } from "../file-context.ts";
import styles from "./timeline-page.module.css";

/** From this many days on, an entry is shown as recorded late. */
const LATE_DAYS = 7;

function TimelinePage() {
  const { t } = useTranslation();
  const { file } = useFile();
  const [params, setParams] = useSearchParams();
  const timeline = useInfiniteQuery(
    pages(enrolleesEndpoints.timeline, (cursor) => ({
      params: { id: file.id },
      query: { limit: 200, ...(cursor && { cursor }) },
    })),
  );
  const entries = timeline.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = timeline.data?.pages[0]?.total.count ?? 0;

  const present = TimelineKind.options.filter((kind) => entries.some((entry) => entry.kind === kind));
  const wanted = new Set(params.getAll("kind"));
  const shown = wanted.size === 0 ? entries : entries.filter(({ kind }) => wanted.has(kind));

  return (
    <section aria-label={t("enrollees.file.timeline")}>
      <ProblemAlert error={timeline.error} onRetry={() => void timeline.refetch()} />
      <div className={styles.filter} role="group" aria-label={t("enrollees.timeline.filter")}>
        <Checkbox.Group
          value={[...wanted]}
          options={present.map((kind) => ({ value: kind, label: t(`enrollees.timeline.kinds.${kind}`) }))}
          onChange={(kinds) =>
            setParams(
              kinds.map((kind) => ["kind", kind] as [string, string]),
              { replace: true, preventScrollReset: true },
            )
          }
        />
        <span role="status" className={styles.soft}>
          {timeline.isSuccess && t("enrollees.timeline.count", { count: total, shown: shown.length })}
        </span>
      </div>
      {timeline.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {timeline.isSuccess && shown.length === 0 && <EmptyState title={t("enrollees.timeline.empty")} />}
      <ol className={styles.list}>
        {shown.map((entry) => (
          <TimelineItem key={entry.id} entry={entry} />
        ))}
      </ol>
      <ListFooter
        shown={entries.length}
        total={total}
        more={timeline.hasNextPage}
        loading={timeline.isFetchingNextPage}
        onMore={() => void timeline.fetchNextPage()}
      />
    </section>
  );
}

function TimelineItem({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useTranslation();
  const { kind, happenedOn, details, annulled, lagDays, recordedAt, recordedBy, source } = entry;
  const result = useTimelineResult()(entry);
  return (
    <li className={classNames(styles.item, annulled !== null && styles.annulled)}>
      <time className={styles.day} dateTime={happenedOn}>
        {dayText(happenedOn)}
      </time>
      <div>
        <div className={styles.what}>
          <strong>{t(`enrollees.timeline.kinds.${kind}`)}</strong>
          {result}
          {details.map(({ label, value }) => (
            <span key={label}>
              <span className={styles.soft}>{label}</span> {value}
            </span>
          ))}
        </div>
        {annulled && (
          <StatusTag tone="overdue">
            {t("enrollees.timeline.annulled", { reason: annulled.reason })}
          </StatusTag>
        )}
        <div className={styles.record}>
          <span>
            {t("enrollees.timeline.recorded")} {momentText(recordedAt)}
          </span>
          {recordedBy !== null && <span>{recordedBy}</span>}
          {lagDays >= LATE_DAYS && (
            <span className={styles.late}>{t("enrollees.timeline.lag", { days: lagDays })}</span>
          )}
          {source !== null && (
            <span>
              {t("enrollees.timeline.source")} {source}
            </span>
          )}
        </div>
      </div>
    </li>
  );
}

export { TimelinePage as Component };
