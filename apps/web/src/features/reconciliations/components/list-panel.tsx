import { MEASURES } from "@rehab/domain/supervision/measure";
import { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import type { Reconciliation } from "@rehab/schema/reconciliations";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isProblem, savedByOf } from "../../../api/problem-error.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useAction, useFresh } from "../../../api/query.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import type { NamedFile } from "../../../lib/dropped-files.ts";
import { FileDrop } from "../../../ui/file-drop.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { StaleComparison } from "../../../ui/stale-comparison.tsx";
import { keepAnswer } from "../reconciliation-data.ts";
import { compareLists } from "../typed-lines.ts";
import type { TypedLine } from "../typed-lines.ts";
import { TypedGrid } from "./typed-grid.tsx";
import { WarningForm } from "./warning-form.tsx";
import styles from "./list-panel.module.css";

interface ListPanelProps {
  readonly of: Reconciliation;
  readonly typed: readonly TypedLine[];
  readonly onTyped: (rows: readonly TypedLine[]) => void;
}

/** The police's list: taking it in, what is odd about it, and another one in its place. */
export function ListPanel({ of, typed, onTyped }: ListPanelProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const fresh = useFresh();
  const { list } = of;
  const [way, setWay] = useState<"file" | "typed" | null>(list === null ? waysOf(of) : null);
  const done = {
    quiet: true,
    onStale: () => fresh(reconciliationsEndpoints.get, { params: { id: of.id } }),
    onDone: (answer: Reconciliation) => {
      keepAnswer(client, answer);
      setWay(null);
    },
  };
  const upload = useAction(reconciliationsEndpoints.upload, done);
  const type = useAction(reconciliationsEndpoints.type, done);
  const isStale = isProblem(type.error, "stale_version");
  const ask = { params: { id: of.id } };
  const send = (files: readonly NamedFile[]) => {
    const form = new FormData();
    for (const { path, file } of files) form.append("files", file, path);
    upload.mutate({ ...ask, query: { version: of.version }, form });
  };
  const choose = (next: "file" | "typed" | null) => {
    upload.reset();
    type.reset();
    setWay(next);
  };

  return (
    <Panel
      title={t("reconciliations.list")}
      extra={
        <span className={styles.ways}>
          {way !== "file" && (
            <Button size="small" onClick={() => choose("file")}>
              {t(list === null ? "reconciliations.useFile" : "reconciliations.replaceByFile")}
            </Button>
          )}
          {way !== "typed" && (
            <Button size="small" onClick={() => choose("typed")}>
              {t(list === null ? "reconciliations.useTyped" : "reconciliations.replaceByTyped")}
            </Button>
          )}
          {way !== null && list !== null && (
            <Button size="small" type="text" onClick={() => choose(null)}>
              {t("reconciliations.keepList")}
            </Button>
          )}
        </span>
      }
    >
      {list !== null && (
        <p className={styles.facts}>
          <strong>{list.fileName}</strong>
          <span>{list.title}</span>
          <span>
            {list.rows === 0
              ? t("reconciliations.zeroList")
              : t("reconciliations.rows", { count: list.rows })}
          </span>
          {list.unknownColumns.length > 0 && (
            <span className={styles.soft}>
              {t("reconciliations.unknownColumns", { columns: list.unknownColumns.join("、") })}
            </span>
          )}
        </p>
      )}
      <ProblemAlert error={upload.error ?? (isStale ? null : type.error)} />
      {isStale && <StaleList of={of} typed={typed} error={type.error} onDiscard={() => choose(null)} />}
      {way === "file" && (
        <FileDrop
          label={t("reconciliations.drop")}
          help={t("reconciliations.dropHelp")}
          accept=".xlsx,.xls,.csv"
          onFiles={send}
        />
      )}
      {way === "typed" && (
        <TypedGrid
          rows={typed}
          onChange={onTyped}
          pending={type.isPending}
          onSend={(rows) => type.mutate({ ...ask, body: { version: of.version, rows } })}
        />
      )}
      {way === null && list !== null && list.warnings.length > 0 && <WarningForm of={of} />}
    </Panel>
  );
}

interface StaleListProps {
  readonly of: Reconciliation;
  readonly typed: readonly TypedLine[];
  readonly error: unknown;
  readonly onDiscard: () => void;
}

/** The list that somebody else saved meanwhile beside the one that was typed. */
function StaleList({ of, typed, error, onDiscard }: StaleListProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { rows, same } = compareLists(of.lines, typed, (code) => labelOf(MEASURES, code));
  const help = [
    t("reconciliations.staleList"),
    ...(same > 0 ? [t("reconciliations.staleSame", { count: same })] : []),
  ].join("");
  return (
    <StaleComparison
      savedBy={savedByOf(error)}
      rows={rows.map((row, at) => ({ ...row, label: t("reconciliations.staleLine", { row: at + 1 }) }))}
      help={help}
      {...(of.list !== null && { onDiscard })}
    />
  );
}

const waysOf = ({ source }: Reconciliation): "file" | "typed" | null => (source === "none" ? null : source);
