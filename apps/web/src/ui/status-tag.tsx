import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
  SyncOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";
import styles from "./status-tag.module.css";
import { classNames } from "../lib/class-names.ts";

/** What a status means for the work: 逾期, 临期, 进行中, 已完成, 不适用. */
export type Tone = "overdue" | "dueSoon" | "running" | "done" | "idle";

const icons: Record<Tone, ComponentType> = {
  overdue: ExclamationCircleOutlined,
  dueSoon: ClockCircleOutlined,
  running: SyncOutlined,
  done: CheckCircleOutlined,
  idle: MinusCircleOutlined,
};

interface StatusTagProps {
  readonly tone: Tone;
  readonly children: string;
}

/** A status as colour, icon and word. */
export function StatusTag({ tone, children }: StatusTagProps) {
  const Icon = icons[tone];
  return (
    <span className={classNames(styles.tag, styles[tone])}>
      <Icon aria-hidden />
      {children}
    </span>
  );
}
