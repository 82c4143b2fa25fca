import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { classNames } from "../../../lib/class-names.ts";
import { paths } from "../../../lib/paths.ts";
import styles from "./tests.module.css";

/** The parts of the section. */
export function TestsNav() {
  const { t } = useTranslation();
  const parts = [
    { to: paths.tests, label: t("tests.day") },
    { to: paths.testsWaiting, label: t("tests.waiting") },
    { to: paths.testDraws, label: t("tests.draws") },
  ];
  return (
    <nav className={styles.nav} aria-label={t("tests.nav")}>
      {parts.map(({ to, label }) => (
        <NavLink
          key={to}
          to={to}
          end
          className={({ isActive }) => classNames(styles.navLink, isActive && styles.navHere)}
        >
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
