import { MenuOutlined, SearchOutlined } from "@ant-design/icons";
import { Tooltip } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../api/session.ts";
import { classNames } from "../../lib/class-names.ts";
import styles from "./frame.module.css";
import { SearchDialog } from "./search-dialog.tsx";
import { SystemDay } from "./system-day.tsx";
import { UserMenu } from "./user-menu.tsx";

interface TopBarProps {
  readonly narrow: boolean;
  readonly onOpenMenu: () => void;
}

export function TopBar({ narrow, onOpenMenu }: TopBarProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const [searching, setSearching] = useState(false);
  const training = session.mode === "training";

  useEffect(() => {
    const openOnShortcut = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setSearching(true);
    };
    window.addEventListener("keydown", openOnShortcut);
    return () => window.removeEventListener("keydown", openOnShortcut);
  }, []);

  return (
    <header className={classNames(styles.bar, training && styles.barTraining)}>
      {narrow && (
        <button
          type="button"
          className={styles.barButton}
          aria-label={t("frame.openMenu")}
          onClick={onOpenMenu}
        >
          <MenuOutlined />
        </button>
      )}
      {!(narrow && training) && <span className={styles.county}>{session.county.name}</span>}
      {training && (
        <Tooltip title={t("frame.trainingHelp")}>
          <strong className={styles.mode} tabIndex={0}>
            {t("frame.training")}
          </strong>
        </Tooltip>
      )}
      <SystemDay narrow={narrow} />
      <span className={styles.spring} />
      <button
        type="button"
        className={classNames(styles.barButton, !narrow && styles.searchButton)}
        {...(narrow && { "aria-label": t("frame.search") })}
        aria-keyshortcuts="Control+K"
        onClick={() => setSearching(true)}
      >
        <SearchOutlined />
        {!narrow && (
          <>
            {t("frame.search")}
            <span className={styles.key}>Ctrl K</span>
          </>
        )}
      </button>
      <UserMenu narrow={narrow} />
      <SearchDialog open={searching} onClose={() => setSearching(false)} />
    </header>
  );
}
