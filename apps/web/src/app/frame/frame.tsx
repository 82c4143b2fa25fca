import { Drawer } from "antd";
import { Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, ScrollRestoration, useLocation } from "react-router";
import { allows, useSession } from "../../api/session.ts";
import { useNarrow } from "../../lib/printing.ts";
import { useStoredState } from "../../lib/stored-state.ts";
import { NoAccessPage } from "../no-access-page.tsx";
import { PageSkeleton } from "../page-skeleton.tsx";
import { sectionAt } from "../sections.ts";
import { classNames } from "../../lib/class-names.ts";
import styles from "./frame.module.css";
import { OfflineNote } from "./offline-note.tsx";
import { PrintHead } from "./print-head.tsx";
import { SideMenu } from "./side-menu.tsx";
import { SignInDialog } from "./sign-in-dialog.tsx";
import { TopBar } from "./top-bar.tsx";

/** Menu, top bar and the page between them. */
export function Frame() {
  const { t } = useTranslation();
  const { ability } = useSession();
  const wide = !useNarrow();
  const [folded, setFolded] = useStoredState("menu-folded", false);
  const [drawerOpen, setDrawerOpen] = useState(false);
  const { pathname } = useLocation();
  const section = sectionAt(pathname);
  const contentRef = useRef<HTMLElement>(null);

  useEffect(() => {
    document.title = section
      ? `${t(`frame.page.${section.key}`)} · ${t("common.product")}`
      : t("common.product");
  }, [section, t]);

  return (
    <div className={styles.frame}>
      <a
        className={styles.skip}
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          contentRef.current?.focus();
        }}
      >
        {t("frame.skip")}
      </a>
      {wide ? (
        <div className={classNames(styles.side, folded && styles.sideFolded)}>
          <SideMenu folded={folded} onFold={setFolded} />
        </div>
      ) : (
        <Drawer
          open={drawerOpen}
          onClose={() => setDrawerOpen(false)}
          placement="left"
          size={240}
          closable={false}
          aria-label={t("frame.menu")}
          styles={{
            body: { padding: 0, display: "flex", flexDirection: "column" },
            section: { background: "#10233f" },
          }}
        >
          <SideMenu folded={false} onNavigate={() => setDrawerOpen(false)} />
        </Drawer>
      )}
      <div className={styles.column}>
        <TopBar narrow={!wide} onOpenMenu={() => setDrawerOpen(true)} />
        <OfflineNote />
        <main id="content" ref={contentRef} tabIndex={-1} className={styles.content}>
          <PrintHead section={section} />
          <Suspense fallback={<PageSkeleton />}>
            {section === undefined || allows(ability, section.access) ? <Outlet /> : <NoAccessPage />}
          </Suspense>
        </main>
      </div>
      <SignInDialog />
      <ScrollRestoration />
    </div>
  );
}
