import { Empty } from "antd";
import type { ReactNode } from "react";

interface EmptyStateProps {
  /** What is not there. */
  readonly title: string;
  /** What to do next. */
  readonly help?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, help, action }: EmptyStateProps) {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <div style={{ color: "var(--ink)", fontWeight: 600 }}>{title}</div>
          {help !== undefined && <div style={{ color: "var(--ink-soft)" }}>{help}</div>}
        </>
      }
    >
      {action}
    </Empty>
  );
}
