import type { ReactNode } from "react";
import styles from "./notice-page.module.css";

interface NoticePageProps {
  readonly title: string;
  readonly help?: ReactNode;
  readonly action?: ReactNode;
}

/** A page that has nothing to show, says why, and where to go on. */
export function NoticePage({ title, help, action }: NoticePageProps) {
  return (
    <div className={styles.notice}>
      <h1>{title}</h1>
      {help !== undefined && <p>{help}</p>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
