import type { ReactNode } from "react";
import styles from "./page-header.module.css";

interface PageHeaderProps {
  readonly title: ReactNode;
  /** One line that says what the page is for. */
  readonly purpose?: ReactNode;
  readonly actions?: ReactNode;
  readonly back?: ReactNode;
}

export function PageHeader({ title, purpose, actions, back }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {back}
        <h1>{title}</h1>
        {purpose !== undefined && <p>{purpose}</p>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
