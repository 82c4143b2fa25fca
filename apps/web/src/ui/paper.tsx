import { PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "../lib/class-names.ts";
import styles from "./paper.module.css";

interface PaperToolsProps {
  /** The way back from the paper. */
  readonly back: ReactNode;
  /** There is something to print. */
  readonly ready: boolean;
  /** What the making of the paper left behind: that it was recorded, that it can be used. */
  readonly note?: ReactNode;
}

/** What stands above a paper on the screen. */
export function PaperTools({ back, ready, note }: PaperToolsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.tools}>
      {back}
      <Button
        type="primary"
        icon={<PrinterOutlined />}
        disabled={!ready}
        {...(ready ? {} : { title: t("common.paper.notYet") })}
        onClick={() => window.print()}
      >
        {t("common.paper.print")}
      </Button>
      {note !== undefined && <span className={styles.soft}>{note}</span>}
    </div>
  );
}

interface PaperProps {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** One of the office's papers, on A4. It carries its own heading: the page's line for prints stays away. */
export function Paper({ className, children }: PaperProps) {
  return (
    <article className={classNames(styles.paper, className)} data-paper>
      {children}
    </article>
  );
}
