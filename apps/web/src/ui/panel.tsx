import { useId } from "react";
import type { ReactNode } from "react";
import styles from "./panel.module.css";

interface PanelProps {
  readonly title: ReactNode;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
  /** The content brings its own edges: a table. */
  readonly flush?: boolean;
}

/** A titled part of a page. */
export function Panel({ title, extra, children, flush = false }: PanelProps) {
  const id = useId();
  return (
    <section className={flush ? styles.flush : styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {extra}
      </div>
      {children}
    </section>
  );
}
