import { DUTY_QUEUES } from "@rehab/domain/supervision/duty";
import { WorkbenchQueue, workbenchEndpoints } from "@rehab/schema/workbench";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { q } from "../../../api/query.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import type { WorkbenchAddress } from "../workbench-address.ts";
import styles from "./queue-tabs.module.css";

/** The queues with their lengths, counted by the conditions that list them. */
export function QueueTabs({ address }: { readonly address: WorkbenchAddress }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { stationId, queue: here } = address.filter;
  const { data } = useQuery(
    q(workbenchEndpoints.counts, { query: stationId === undefined ? {} : { stationId } }),
  );
  return (
    <nav className={styles.tabs} aria-label={t("workbench.queues")}>
      {WorkbenchQueue.options.map((queue) => {
        const count = data?.queues.find((each) => each.queue === queue)?.count;
        return (
          <Link
            key={queue}
            to={{ search: address.searchOf(queue) }}
            replace
            preventScrollReset
            aria-current={queue === here ? "page" : undefined}
            className={classNames(styles.tab, queue === here && styles.here)}
          >
            {queue === "soon" || queue === "snoozed" ? t(`workbench.${queue}`) : labelOf(DUTY_QUEUES, queue)}
            {count !== undefined && (
              <span className={classNames(styles.count, queue === "overdue" && count > 0 && styles.overdue)}>
                {count}
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
