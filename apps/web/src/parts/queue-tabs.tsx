import { Link } from "react-router";
import { classNames } from "../lib/class-names.ts";
import styles from "./queue-tabs.module.css";

interface QueueTab {
  readonly key: string;
  readonly label: string;
  /** The address of the queue in this page. */
  readonly search: string;
  readonly isHere: boolean;
  /** Its length, counted by the conditions that list it; undefined until the server has answered. */
  readonly count: number | undefined;
  /** Something in it is late. */
  readonly isLate: boolean;
}

interface QueueTabsProps {
  readonly label: string;
  readonly tabs: readonly QueueTab[];
}

/** The queues of a page with their lengths. */
export function QueueTabs({ label, tabs }: QueueTabsProps) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map(({ key, label: name, search, isHere, count, isLate }) => (
        <Link
          key={key}
          to={{ search }}
          replace
          preventScrollReset
          aria-current={isHere ? "page" : undefined}
          className={classNames(styles.tab, isHere && styles.here)}
        >
          {name}
          {count !== undefined && (
            <span className={classNames(styles.count, isLate && styles.overdue)}>{count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
