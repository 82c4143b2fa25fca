import { DUTY_QUEUES } from "@rehab/domain/supervision/duty";
import { WorkbenchQueue, workbenchEndpoints } from "@rehab/schema/workbench";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { q } from "../../../api/query.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { QueueTabs } from "../../../parts/queue-tabs.tsx";
import type { WorkbenchAddress } from "../workbench-address.ts";

/** The queues of the workbench with their lengths, counted by the conditions that list them. */
export function WorkbenchTabs({ address }: { readonly address: WorkbenchAddress }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { stationId, queue: here } = address.filter;
  const { data } = useQuery(
    q(workbenchEndpoints.counts, { query: stationId === undefined ? {} : { stationId } }),
  );
  return (
    <QueueTabs
      label={t("workbench.queues")}
      tabs={WorkbenchQueue.options.map((queue) => {
        const count = data?.queues.find((each) => each.queue === queue)?.count;
        const isOwn = queue === "soon" || queue === "snoozed";
        return {
          key: queue,
          label: isOwn ? t(`workbench.${queue}`) : labelOf(DUTY_QUEUES, queue),
          search: address.searchOf(queue),
          isHere: queue === here,
          count,
          isLate: queue === "overdue" && (count ?? 0) > 0,
        };
      })}
    />
  );
}
