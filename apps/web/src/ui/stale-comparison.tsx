import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { StaleFrame } from "./stale-frame.tsx";

interface ComparedRow {
  readonly key: string;
  readonly label: ReactNode;
  readonly saved: string;
  readonly mine: string;
}

interface StaleComparisonProps {
  /** Where the present version was saved, and when, as far as that is known. */
  readonly savedBy: string | undefined;
  readonly rows: readonly ComparedRow[];
  /** What can be done with what was typed. */
  readonly help: string;
  /** Drops what was typed; left out where there is nothing to drop. */
  readonly onDiscard?: () => void;
}

/** What somebody else saved beside what was typed, where there is no field to take it into. */
export function StaleComparison({ rows, ...frame }: StaleComparisonProps) {
  const { t } = useTranslation();
  const unknown = t("common.unknown");
  return (
    <StaleFrame
      {...frame}
      rows={rows.map((row) => ({ ...row, saved: row.saved || unknown, mine: row.mine || unknown }))}
    />
  );
}
