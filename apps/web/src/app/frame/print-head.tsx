import { useTranslation } from "react-i18next";
import { useSession } from "../../api/session.ts";
import { dayText } from "../../lib/day-text.ts";
import type { Section } from "../sections.ts";
import styles from "./frame.module.css";

interface PrintHeadProps {
  readonly section: Section | undefined;
}

/** On paper only: whose page this is, as of which day, and who printed it. */
export function PrintHead({ section }: PrintHeadProps) {
  const { t } = useTranslation();
  const { county, today, account } = useSession().session;
  return (
    <p className={styles.printHead} aria-hidden>
      <span>
        {[county.name, account.stationName, section && t(`frame.page.${section.key}`)]
          .filter(Boolean)
          .join("　")}
      </span>
      <span>{t("frame.printed", { day: dayText(today), who: account.displayName })}</span>
    </p>
  );
}
