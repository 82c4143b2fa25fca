import { MenuFoldOutlined, MenuUnfoldOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { allows, useSession } from "../../api/session.ts";
import { paths } from "../../lib/paths.ts";
import { sectionAt, sections } from "../sections.ts";
import type { Section, SectionGroup } from "../sections.ts";
import { classNames } from "../../lib/class-names.ts";
import styles from "./frame.module.css";
import { WaitingCount } from "./waiting-count.tsx";

interface SideMenuProps {
  readonly folded: boolean;
  readonly onFold?: (folded: boolean) => void;
  readonly onNavigate?: () => void;
}

const groups: readonly SectionGroup[] = ["daily", "oversight", "bureau", "administration"];

/** The pages that the signed-in role may use. */
export function SideMenu({ folded, onFold, onNavigate }: SideMenuProps) {
  const { t } = useTranslation();
  const { ability } = useSession();
  const { pathname } = useLocation();
  const here = sectionAt(pathname);
  const usable = sections.filter((section) => allows(ability, section.access));

  const linkTo = ({ key, path, icon: Icon }: Section) => (
    <li key={key}>
      <Link
        to={path}
        className={classNames(styles.link, here?.key === key && styles.linkHere)}
        aria-current={here?.key === key ? "page" : undefined}
        {...(folded && { title: t(`frame.page.${key}`), "aria-label": t(`frame.page.${key}`) })}
        {...(onNavigate && { onClick: onNavigate })}
      >
        <Icon />
        {!folded && <span>{t(`frame.page.${key}`)}</span>}
        {key === "workbench" && <WaitingCount />}
      </Link>
    </li>
  );

  return (
    <>
      <nav className={styles.nav} aria-label={t("frame.menu")}>
        <Link to={paths.home} className={styles.brand} {...(onNavigate && { onClick: onNavigate })}>
          <img src="/icon.svg" alt="" width={24} height={24} />
          {folded ? <span className="visually-hidden">{t("common.product")}</span> : t("common.product")}
        </Link>
        {groups.map((group) => {
          const inGroup = usable.filter((section) => section.group === group);
          if (inGroup.length === 0) return null;
          return (
            <div key={group}>
              {folded ? (
                <hr style={{ borderColor: "#24405f" }} />
              ) : (
                <h2 className={styles.groupTitle}>{t(`frame.group.${group}`)}</h2>
              )}
              <ul>{inGroup.map(linkTo)}</ul>
            </div>
          );
        })}
      </nav>
      {onFold && (
        <button
          type="button"
          className={styles.fold}
          aria-label={folded ? t("frame.expand") : t("frame.collapse")}
          onClick={() => onFold(!folded)}
        >
          {folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          {!folded && <span>{t("frame.collapse")}</span>}
        </button>
      )}
    </>
  );
}
