import type { ReactNode } from "react";
import styles from "./queue-list.module.css";
import { StatusTag } from "./status-tag.tsx";
import type { Tone } from "./status-tag.tsx";

export interface QueueLine {
  readonly key: string;
  readonly tone: Tone;
  readonly word: string;
  /** Why it matters: the rule, or what to do. */
  readonly note?: ReactNode;
  /** The count, which opens its list. */
  readonly count: ReactNode;
}

/** Queues by their counts, one line each. */
export function QueueList({
  lines,
  label,
}: {
  readonly lines: readonly QueueLine[];
  readonly label: string;
}) {
  return (
    <ul className={styles.list} aria-label={label}>
      {lines.map(({ key, tone, word, note, count }) => (
        <li key={key} className={styles.line}>
          <StatusTag tone={tone}>{word}</StatusTag>
          <span className={styles.note}>{note}</span>
          <span className={styles.count}>{count}</span>
        </li>
      ))}
    </ul>
  );
}
