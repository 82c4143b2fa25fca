import { TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import type { CallRow } from "@rehab/schema/test-views";
import { Button } from "antd";
import { useRef } from "react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { spanText } from "../../../lib/day-text.ts";
import matter from "../../../ui/matter.module.css";
import { resultIn, resultKeys } from "../day-draft.ts";
import type { DayDraft, RowResult } from "../day-draft.ts";
import styles from "./tests.module.css";

interface DayGridProps {
  readonly rows: readonly CallRow[];
  readonly draft: DayDraft;
  readonly nameOf: (row: CallRow) => string;
  /** What the server said about single people. */
  readonly problems: ReadonlyMap<string, string>;
  readonly onResult: (enrolleeId: string, result: RowResult) => void;
  readonly onRemove: (enrolleeId: string) => void;
}

const choices = TEST_RESULTS.filter(({ code }) => code !== "pending");

/** A whole due list by keyboard: one letter says a result, arrows and Enter walk the rows. */
export function DayGrid({ rows, draft, nameOf, problems, onResult, onRemove }: DayGridProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const table = useRef<HTMLTableElement>(null);

  const focus = (index: number) =>
    table.current?.querySelectorAll<HTMLSelectElement>("select[data-row]")[index]?.focus();
  const onKey = (event: KeyboardEvent, index: number, enrolleeId: string) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const result = resultKeys[event.key.toLowerCase()];
    if (result !== undefined) onResult(enrolleeId, result);
    else if (event.key === "ArrowDown" || event.key === "Enter") focus(index + 1);
    else if (event.key === "ArrowUp") focus(index - 1);
    else if (event.key === "Delete" || event.key === "Backspace") onResult(enrolleeId, "negative");
    else return;
    event.preventDefault();
  };

  return (
    <>
      <p className={matter.small} id="test-grid-keys">
        {t("tests.grid.keys")}
      </p>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t("tests.grid.title")}>
        <table ref={table} className={styles.grid} aria-label={t("tests.grid.table")}>
          <thead>
            <tr>
              <th scope="col">{t("tests.grid.person")}</th>
              <th scope="col">{t("tests.grid.result")}</th>
              <th scope="col">{t("tests.grid.sex")}</th>
              <th scope="col">{t("tests.grid.window")}</th>
              <th scope="col">{t("tests.grid.lastOn")}</th>
              <th scope="col">{t("tests.grid.village")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const { enrolleeId, window, lastOn, sex, village } = row;
              const result = resultIn(draft, enrolleeId);
              const problem = problems.get(enrolleeId);
              return (
                <tr
                  key={enrolleeId}
                  className={classNames(
                    result !== "negative" && styles.exception,
                    problem !== undefined && styles.problem,
                  )}
                >
                  <th scope="row">
                    {nameOf(row)}
                    {row.excuse !== null && (
                      <Button size="small" type="link" onClick={() => onRemove(enrolleeId)}>
                        {t("tests.grid.removed")}
                      </Button>
                    )}
                  </th>
                  <td>
                    <select
                      data-row={index}
                      aria-label={t("tests.grid.resultOf", { name: nameOf(row) })}
                      aria-describedby="test-grid-keys"
                      aria-invalid={problem !== undefined}
                      value={result}
                      onChange={(event) => onResult(enrolleeId, event.target.value as RowResult)}
                      onKeyDown={(event) => onKey(event, index, enrolleeId)}
                    >
                      {choices.map(({ code }) => (
                        <option key={code} value={code}>
                          {labelOf(TEST_RESULTS, code)}
                        </option>
                      ))}
                      <option value="skip">{t("tests.grid.skip")}</option>
                    </select>
                    {problem !== undefined && <div className={styles.rowError}>{problem}</div>}
                  </td>
                  <td>{sex === null ? t("common.unknown") : t(`common.${sex}`)}</td>
                  <td>
                    {window !== null &&
                      t("tests.grid.windowText", {
                        index: window.index,
                        span: spanText(window.from, window.to),
                      })}
                  </td>
                  <td>{lastOn}</td>
                  <td>{village}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
