import { DUTY_QUEUES } from "@rehab/domain/supervision/duty";
import { DAYS_AHEAD, workbenchEndpoints } from "@rehab/schema/workbench";
import type { WorkbenchQueue } from "@rehab/schema/workbench";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { paths, withQuery } from "../../../lib/paths.ts";
import styles from "./duty-tiles.module.css";

const queues = DUTY_QUEUES.map(({ code }) => code);

/** The five queues with their lengths; for who sees several stations, each station's below. */
export function DutyTiles() {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const isBureau = useSession().session.account.stationId === null;
  const { data, error, refetch } = useQuery(q(workbenchEndpoints.counts, { query: {} }));
  if (data === undefined) {
    return error === null ? (
      <Skeleton active paragraph={{ rows: 2 }} title={false} />
    ) : (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    );
  }
  const soon = countOf(data.queues, "soon");
  return (
    <section aria-label={t("workbench.queues")} className={styles.section}>
      <ul className={styles.tiles}>
        {queues.map((queue) => {
          const count = countOf(data.queues, queue);
          return (
            <li key={queue}>
              <Link
                to={withQuery(paths.workbench, { queue })}
                className={classNames(styles.tile, count > 0 && styles[queue])}
              >
                <span className={styles.word}>{labelOf(DUTY_QUEUES, queue)}</span>
                <span className={styles.count}>{count}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      <p className={styles.more}>
        <Link to={withQuery(paths.workbench, { queue: "soon" })}>
          {t("workbench.soonCount", { days: DAYS_AHEAD, count: soon })}
        </Link>
        <Link to={paths.workbenchSheet}>{t("workbench.sheet.title")}</Link>
      </p>
      {isBureau && data.stations.length > 1 && (
        <table className={styles.stations}>
          <caption className="visually-hidden">{t("workbench.byStation")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("workbench.station")}</th>
              {queues.map((queue) => (
                <th key={queue} scope="col">
                  {labelOf(DUTY_QUEUES, queue)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.stations.map((station) => (
              <tr key={station.id}>
                <th scope="row">{station.name}</th>
                {queues.map((queue) => (
                  <td key={queue}>
                    <Link to={withQuery(paths.workbench, { queue, stationId: station.id })}>
                      {countOf(station.queues, queue)}
                    </Link>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function countOf(
  counted: readonly { readonly queue: WorkbenchQueue; readonly count: number }[],
  queue: WorkbenchQueue,
): number {
  return counted.find((each) => each.queue === queue)?.count ?? 0;
}
