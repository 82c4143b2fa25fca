import { LINE_DECISIONS, LINE_FINDINGS, MATCH_KEYS } from "@rehab/domain/handoff/reconciliation-codes";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import type { LineView, Reconciliation } from "@rehab/schema/reconciliations";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isProblem, savedByOf } from "../../../api/problem-error.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useAction, useFresh } from "../../../api/query.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { useKeys } from "../../../lib/keys.ts";
import { StaleComparison } from "../../../ui/stale-comparison.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { findingTones } from "../line-labels.ts";
import { keepAnswer } from "../reconciliation-data.ts";
import { LineDecisionForm } from "./line-decision-form.tsx";
import type { DecisionInput, LineDraft } from "./line-decision-form.tsx";
import { LineSides } from "./line-sides.tsx";
import styles from "./lines-panel.module.css";

interface LinesPanelProps {
  readonly of: Reconciliation;
  readonly isShown: (line: LineView) => boolean;
}

/** The list on the left, our register on the right, the decision between; one line is open at a time. */
export function LinesPanel({ of, isShown }: LinesPanelProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const fresh = useFresh();
  const isOpen = of.state === "open";
  const [chosenId, setCurrentId] = useState<string | null>(
    () => firstUndecided(of.lines.filter(isShown))?.id ?? null,
  );
  // What was typed for each line, so that going on to another one loses nothing.
  const [drafts, setDrafts] = useState<Readonly<Record<string, LineDraft>>>({});
  const hasMoved = useRef(false);
  // Lines whose decision was refused because somebody else had saved meanwhile: both decisions are shown.
  const [refused, setRefused] = useState<readonly string[]>([]);
  const lines = of.lines.filter((line) => isShown(line) || refused.includes(line.id));
  // A list that took this one's place begins with its first open line.
  const isGone = refused.length === 0 && chosenId !== null && lines.every(({ id }) => id !== chosenId);
  const currentId = isGone ? (firstUndecided(lines)?.id ?? null) : chosenId;
  const index = lines.findIndex(({ id }) => id === currentId);
  const moveTo = (id: string | null) => {
    hasMoved.current = true;
    setCurrentId(id);
  };
  const goTo = (next: number) => {
    const line = lines[Math.min(Math.max(next, 0), lines.length - 1)];
    if (line !== undefined) moveTo(line.id);
  };
  // Brings the line into sight that somebody went on to; the page itself opens at its top.
  const follow = (element: HTMLElement | null) => {
    if (element !== null && hasMoved.current) element.scrollIntoView({ block: "nearest" });
  };

  const decide = useAction(reconciliationsEndpoints.decide, {
    quiet: true,
    onStale: () => fresh(reconciliationsEndpoints.get, { params: { id: of.id } }),
    onDone: (answer) => {
      setRefused([]);
      keepAnswer(client, answer);
      const after = [...lines.slice(index + 1), ...lines.slice(0, index + 1)];
      const next = after.find(({ id }) => answer.lines.find((line) => line.id === id)?.decision === null);
      moveTo(next?.id ?? null);
    },
  });
  const plain = lines.filter((line) => line.plain !== null && line.decision === null);
  const send = (decisions: Parameters<typeof decide.mutate>[0]["body"]["decisions"]) => {
    setRefused(decisions.map(({ lineId }) => lineId));
    decide.mutate({ params: { id: of.id }, body: { version: of.version, decisions } });
  };
  const problem = isProblem(decide.error, "stale_version") ? (
    <StaleLines
      lines={of.lines}
      sent={decide.variables?.body.decisions ?? []}
      error={decide.error}
      onDiscard={() => {
        setDrafts(Object.fromEntries(Object.entries(drafts).filter(([id]) => !refused.includes(id))));
        setRefused([]);
        decide.reset();
      }}
    />
  ) : (
    <ProblemAlert error={decide.error} />
  );

  useKeys((key) => {
    if (key === "j" || key === "arrowdown") goTo(index + 1);
    else if (key === "k" || key === "arrowup") goTo(index - 1);
    else return false;
    return true;
  });

  return (
    <section aria-label={t("reconciliations.lines")}>
      {isOpen && plain.length > 0 && (
        <p className={styles.bulk}>
          <Button
            loading={decide.isPending}
            onClick={() =>
              send(
                plain.flatMap(({ id, plain: decision }) =>
                  decision === null ? [] : [{ lineId: id, decision }],
                ),
              )
            }
          >
            {t("reconciliations.decidePlain", { count: plain.length })}
          </Button>
          <span className={styles.soft}>{t("reconciliations.keys")}</span>
        </p>
      )}
      {index < 0 && problem}
      <div className={styles.heads} aria-hidden>
        <span>{t("reconciliations.theirs")}</span>
        <span>{t("reconciliations.between")}</span>
        <span>{t("reconciliations.ours")}</span>
      </div>
      <ol className={styles.lines} aria-label={t("reconciliations.lines")}>
        {lines.map((line) => {
          const isCurrent = line.id === currentId;
          return (
            <li
              key={line.id}
              ref={isCurrent ? follow : null}
              className={classNames(styles.line, isCurrent && styles.here)}
            >
              <button
                type="button"
                className={styles.head}
                aria-expanded={isCurrent}
                onClick={() => moveTo(isCurrent ? null : line.id)}
              >
                <TheirsSummary line={line} />
                <BetweenSummary line={line} />
                <OursSummary line={line} />
              </button>
              {isCurrent && (
                <div className={styles.detail}>
                  <LineSides
                    line={line}
                    taken={drafts[line.id]?.takeTheirs ?? takenOf(line)}
                    {...(isOpen &&
                      line.allowed.includes("take_theirs") && {
                        onTake: (takeTheirs) =>
                          setDrafts({
                            ...drafts,
                            [line.id]: {
                              ...drafts[line.id],
                              takeTheirs,
                              decision: takeTheirs.length > 0 ? "take_theirs" : "keep_ours",
                            },
                          }),
                      })}
                  />
                  {isOpen && (
                    <>
                      {problem}
                      <LineDecisionForm
                        line={line}
                        draft={drafts[line.id] ?? draftOf(line)}
                        pending={decide.isPending}
                        onDraft={(draft) => setDrafts({ ...drafts, [line.id]: draft })}
                        onDecide={(decision) => send([decision])}
                      />
                    </>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

interface StaleLinesProps {
  readonly lines: readonly LineView[];
  readonly sent: readonly DecisionInput[];
  readonly error: unknown;
  readonly onDiscard: () => void;
}

/** What somebody else decided of the lines beside what was decided here. */
function StaleLines({ lines, sent, error, onDiscard }: StaleLinesProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const wordsOf = (decision: string, reason: string | null | undefined) =>
    [labelOf(LINE_DECISIONS, decision), reason].filter(Boolean).join("：");
  return (
    <StaleComparison
      savedBy={savedByOf(error)}
      help={t("reconciliations.staleAgain")}
      rows={sent.map(({ lineId, decision, reason }) => {
        const line = lines.find(({ id }) => id === lineId);
        return {
          key: lineId,
          label:
            line === undefined
              ? t("reconciliations.staleGone")
              : (line.theirs?.name ?? line.ours?.side.name ?? t("reconciliations.noName")),
          saved: line?.decision ? wordsOf(line.decision.decision, line.decision.reason) : "",
          mine: wordsOf(decision, reason),
        };
      })}
      onDiscard={onDiscard}
    />
  );
}

const firstUndecided = (lines: readonly LineView[]) => lines.find(({ decision }) => decision === null);

const takenOf = ({ differences }: LineView) =>
  differences.filter(({ takeTheirs }) => takeTheirs === true).map(({ field }) => field);

function draftOf(line: LineView): LineDraft {
  const { decision } = line;
  return decision === null
    ? {}
    : { decision: decision.decision, reason: decision.reason ?? "", takeTheirs: takenOf(line) };
}

function TheirsSummary({ line }: { readonly line: LineView }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { theirs, rowNumber } = line;
  if (theirs === null) return <span className={styles.none}>{t("reconciliations.notListed")}</span>;
  return (
    <span className={styles.side}>
      <span>
        <strong>{theirs.name ?? t("reconciliations.noName")}</strong>{" "}
        {theirs.measure && labelOf(MEASURES, theirs.measure)}
      </span>
      <span className={styles.soft}>
        {t("reconciliations.rowNumber", { row: rowNumber })} {theirs.orderNumber}
      </span>
    </span>
  );
}

function BetweenSummary({ line }: { readonly line: LineView }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { finding, decision, issues, matchedBy } = line;
  return (
    <span className={styles.middle}>
      <StatusTag tone={findingTones[finding]}>{labelOf(LINE_FINDINGS, finding)}</StatusTag>
      {matchedBy !== null && matchedBy !== "order_number" && (
        <span className={styles.soft}>
          {t("reconciliations.matchedBy", { key: labelOf(MATCH_KEYS, matchedBy) })}
        </span>
      )}
      {decision === null ? (
        <span className={issues.length > 0 ? styles.doubt : styles.soft}>
          {issues.length > 0 ? issues.map(({ text }) => text).join("；") : t("reconciliations.undecided")}
        </span>
      ) : (
        <span className={styles.decided}>
          {labelOf(LINE_DECISIONS, decision.decision)}
          {decision.reason !== null && <small>{decision.reason}</small>}
        </span>
      )}
    </span>
  );
}

function OursSummary({ line }: { readonly line: LineView }) {
  const { t } = useTranslation();
  const { ours, candidates } = line;
  if (ours === null) {
    return (
      <span className={styles.none}>
        {candidates.length === 0
          ? t("reconciliations.notOurs")
          : t("reconciliations.maybeOurs", { count: candidates.length })}
      </span>
    );
  }
  return (
    <span className={styles.side}>
      <span>
        <strong>{ours.side.name}</strong> {ours.state}
      </span>
      <span className={styles.soft}>
        {ours.stationName} {ours.side.orderNumber}
      </span>
    </span>
  );
}
