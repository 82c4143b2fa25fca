import { useTranslation } from "react-i18next";
import { useSession } from "../../../api/session.ts";
import { dayText } from "../../../lib/day-text.ts";
import { PageHeader } from "../../../ui/page-header.tsx";
import { AccountsCard } from "../components/accounts-card.tsx";
import { ControlRateCard } from "../components/control-rate-card.tsx";
import { DutyTiles } from "../components/duty-tiles.tsx";
import { ImportQueues } from "../components/import-queues.tsx";
import { IntakeQueues } from "../components/intake-queues.tsx";
import { WeeklyCheckCard } from "../components/weekly-check-card.tsx";
import styles from "./home-page.module.css";

/** What needs attention today, by what the role may do about it. */
function HomePage() {
  const { t } = useTranslation();
  const { session, ability } = useSession();
  const place = session.account.stationName ?? session.county.name;
  return (
    <>
      <PageHeader
        title={t("frame.page.home")}
        purpose={t("home.purpose", { place, day: dayText(session.today) })}
      />
      {ability.can("list", "CaseFile") && <DutyTiles />}
      <div className={styles.cards}>
        {ability.can("list", "Handoff") && <IntakeQueues />}
        {ability.can("read", "Indicator") && <ControlRateCard />}
        {ability.can("update", "ImportBatch") && <ImportQueues />}
        {ability.can("list", "Reconciliation") && <WeeklyCheckCard />}
        {ability.can("list", "Account") && <AccountsCard />}
      </div>
    </>
  );
}

export { HomePage as Component };
