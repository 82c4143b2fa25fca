import { HandoffQueue, handoffsEndpoints } from "@rehab/schema/handoffs";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { q } from "../../../api/query.ts";
import { classNames } from "../../../lib/class-names.ts";
import type { HandoffsAddress } from "../handoffs-address.ts";
import styles from "./queue-tabs.module.css";

/** The queues with their lengths, counted by the conditions that list them. */
export function QueueTabs({ address }: { readonly address: HandoffsAddress }) {
  const { t } = useTranslation();
  const { stationId, queue: here } = address.filter;
  const { data } = useQuery(q(handoffsEndpoints.counts, { query: { stationId } }));
  const queues = [undefined, ...HandoffQueue.options];
  return (
    <nav className={styles.tabs} aria-label={t("handoffs.queues")}>
      {queues.map((queue) => {
        const counted = data?.queues.find((each) => each.queue === queue);
        return (
          <Link
            key={queue ?? "all"}
            to={{ search: address.searchOf(queue) }}
            replace
            preventScrollReset
            aria-current={queue === here ? "page" : undefined}
            className={classNames(styles.tab, queue === here && styles.here)}
          >
            {t(`handoffs.queue.${queue ?? "all"}`)}
            {counted && (
              <span className={classNames(styles.count, counted.overdue > 0 && styles.overdue)}>
                {counted.count}
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
