import { HandoffQueue, handoffsEndpoints } from "@rehab/schema/handoffs";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { q } from "../../../api/query.ts";
import { QueueTabs } from "../../../parts/queue-tabs.tsx";
import type { HandoffsAddress } from "../handoffs-address.ts";

/** The queues of the intake with their lengths, counted by the conditions that list them. */
export function HandoffTabs({ address }: { readonly address: HandoffsAddress }) {
  const { t } = useTranslation();
  const { stationId, queue: here } = address.filter;
  const { data } = useQuery(q(handoffsEndpoints.counts, { query: { stationId } }));
  return (
    <QueueTabs
      label={t("handoffs.queues")}
      tabs={[undefined, ...HandoffQueue.options].map((queue) => {
        const counted = data?.queues.find((each) => each.queue === queue);
        return {
          key: queue ?? "all",
          label: t(`handoffs.queue.${queue ?? "all"}`),
          search: address.searchOf(queue),
          isHere: queue === here,
          count: counted?.count,
          isLate: (counted?.overdue ?? 0) > 0,
        };
      })}
    />
  );
}
