import { CONTROL_REASONS } from "@rehab/domain/indicators/control-reason";
import type { ControlRate } from "@rehab/schema/indicators";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { Panel } from "../../../ui/panel.tsx";
import { peopleAddress } from "../people-address.ts";
import type { NumberAsked } from "../people-address.ts";
import styles from "./reason-tables.module.css";

interface ReasonTablesProps {
  readonly rate: ControlRate;
  readonly asked: NumberAsked;
}

type Reason = (typeof CONTROL_REASONS)[number]["code"];

/** Everybody on the register under exactly one reason: those counted, those not, and their sum. */
export function ReasonTables({ rate, asked }: ReasonTablesProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const counted = new Set<string>(rate.controlledReasons);
  const present = CONTROL_REASONS.map(({ code }) => code).filter((code) => rate.reasons[code] > 0);
  const wayBack = (reason: Reason) => rate.target.waysBack.find((way) => way.reason === reason)?.way ?? "";

  const line = (reason: Reason) => (
    <tr key={reason}>
      <th scope="row">{labelOf(CONTROL_REASONS, reason)}</th>
      <td className={styles.number}>
        <Link to={peopleAddress({ ...asked, reason })}>{rate.reasons[reason]}</Link>
      </td>
      {!counted.has(reason) && <td className={styles.way}>{wayBack(reason)}</td>}
    </tr>
  );
  const sumLine = (label: string, group: "controlled" | "not_controlled", people: number) => (
    <tr className={styles.sum}>
      <th scope="row">{label}</th>
      <td className={styles.number}>
        <Link to={peopleAddress({ ...asked, group })}>{people}</Link>
      </td>
      {group === "not_controlled" && <td />}
    </tr>
  );
  const uncounted = present.filter((reason) => !counted.has(reason));

  return (
    <Panel
      title={t("indicators.reasons")}
      extra={
        <span className={styles.soft}>
          {t("indicators.sum", {
            controlled: rate.numerator,
            uncontrolled: rate.denominator - rate.numerator,
            registered: rate.denominator,
          })}
        </span>
      }
    >
      <div className={styles.tables}>
        <table className={styles.table}>
          <caption>{t("indicators.notCounted")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("indicators.reason")}</th>
              <th scope="col" className={styles.number}>
                {t("indicators.people")}
              </th>
              <th scope="col">{t("indicators.wayBack")}</th>
            </tr>
          </thead>
          <tbody>
            {uncounted.map(line)}
            {sumLine(t("indicators.total"), "not_controlled", rate.denominator - rate.numerator)}
          </tbody>
        </table>
        <table className={styles.table}>
          <caption>{t("indicators.counted")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("indicators.reason")}</th>
              <th scope="col" className={styles.number}>
                {t("indicators.people")}
              </th>
            </tr>
          </thead>
          <tbody>
            {present.filter((reason) => counted.has(reason)).map(line)}
            {sumLine(t("indicators.total"), "controlled", rate.numerator)}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
