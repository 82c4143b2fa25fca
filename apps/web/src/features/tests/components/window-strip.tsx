import { TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import { WINDOW_STATES } from "@rehab/domain/testing/window-strip";
import type { TestFile } from "@rehab/schema/test-views";
import { Button } from "antd";
import { useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText, fromTo } from "../../../lib/day-text.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { Explain } from "../../../ui/explain.tsx";
import matter from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import styles from "./tests.module.css";

type Window = TestFile["windows"][number];

/** The windows of the whole term: each covered, open, missed, stopped or to come; the same as a table. */
export function WindowStrip({ file }: { readonly file: TestFile }) {
  const { t } = useTranslation();
  const { windows, plan } = file;
  const [asTable, setAsTable] = useState(false);
  const covered = windows.filter(({ state }) => state === "covered").length;
  const missed = windows.filter(({ state }) => state === "missed").length;
  return (
    <Panel
      title={t("tests.file.strip")}
      extra={
        windows.length > 0 && (
          <div className={matter.line}>
            <span>{t("tests.file.summary", { covered, due: covered + missed, missed })}</span>
            {plan !== null && (
              <Explain title={`${plan.title} ${plan.citation}`} label={t("tests.file.plan")}>
                {plan.says}
              </Explain>
            )}
            <Button size="small" onClick={() => setAsTable(!asTable)}>
              {t(asTable ? "tests.file.asStrip" : "tests.file.asTable")}
            </Button>
          </div>
        )
      }
    >
      {windows.length === 0 && <p className={matter.soft}>{t("tests.file.noTerm")}</p>}
      {windows.length > 0 && (asTable ? <WindowTable windows={windows} /> : <Strip windows={windows} />)}
    </Panel>
  );
}

function Strip({ windows }: { readonly windows: readonly Window[] }) {
  const { t } = useTranslation();
  const wordOf = useWindowWord();
  const list = useRef<HTMLOListElement>(null);
  const now = windows.findIndex(({ state }) => state === "open" || state === "suspended");
  const last = windows.filter(({ state }) => state === "covered" || state === "missed").length - 1;
  const [at, setAt] = useState(Math.max(0, now === -1 ? last : now));
  const shown = windows[at] ?? windows[0];

  const go = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: windows.length - 1,
    };
    const next = moves[event.key];
    if (next === undefined || windows[next] === undefined) return;
    event.preventDefault();
    setAt(next);
    list.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <>
      <ol ref={list} className={styles.strip} aria-label={t("tests.file.strip")} onKeyDown={go}>
        {windows.map((window, index) => (
          <li
            key={window.index}
            className={classNames(
              styles.stripItem,
              index > 0 && windows[index - 1]?.year !== window.year && styles.yearStart,
            )}
          >
            <button
              type="button"
              tabIndex={index === at ? 0 : -1}
              aria-current={index === now ? "step" : undefined}
              aria-label={t("tests.file.windowLabel", { ...window, state: wordOf(window) })}
              title={`${fromTo(window.from, window.to)} ${wordOf(window)}`}
              className={classNames(styles.cell, styles[toneOf(window)])}
              onFocus={() => setAt(index)}
              onClick={() => setAt(index)}
            >
              <span className={styles.cellNumber}>{window.index}</span>
              <span>{marks[window.state]}</span>
            </button>
          </li>
        ))}
      </ol>
      {shown !== undefined && (
        <p className={styles.detail} aria-live="polite">
          <strong>
            {t("tests.file.windowLabel", {
              index: shown.index,
              from: dayText(shown.from),
              to: dayText(shown.to),
              state: wordOf(shown),
            })}
          </strong>
          {`　${t("tests.file.year", { year: shown.year })}`}
          {shown.stoppedDays > 0 && `　${t("tests.file.stopped", { days: shown.stoppedDays })}`}
        </p>
      )}
      <p className={matter.small}>{t("tests.file.stripHelp")}</p>
    </>
  );
}

const marks = { covered: "✓", open: "…", missed: "✕", suspended: "‖", future: "·", void: "–" } as const;

function toneOf({ state, test }: Window): string {
  return state === "covered" && test?.result === "positive" ? "positive" : state;
}

/** The state in words, and the test that covers the window. */
function useWindowWord(): (window: Window) => string {
  const labelOf = useCodeLabel();
  return ({ state, test }) =>
    test === null
      ? labelOf(WINDOW_STATES, state)
      : `${labelOf(WINDOW_STATES, state)} ${test.on} ${labelOf(TEST_RESULTS, test.result)}`;
}

function WindowTable({ windows }: { readonly windows: readonly Window[] }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (
    <DataTable
      compact
      label={t("tests.file.windowsTable")}
      rows={windows}
      rowKey={({ index }) => String(index)}
      minWidth={560}
      columns={[
        { key: "index", title: t("tests.file.window"), dataIndex: "index", width: 64 },
        {
          key: "span",
          title: t("tests.file.span"),
          render: (_, { from, to }) => fromTo(dayText(from), dayText(to)),
        },
        {
          key: "state",
          title: t("tests.file.state"),
          render: (_, { state, stoppedDays }) =>
            [
              labelOf(WINDOW_STATES, state),
              stoppedDays > 0 ? t("tests.file.stopped", { days: stoppedDays }) : "",
            ]
              .filter(Boolean)
              .join("，"),
        },
        {
          key: "test",
          title: t("tests.file.by"),
          render: (_, { test }) => (test === null ? "" : `${test.on} ${labelOf(TEST_RESULTS, test.result)}`),
        },
      ]}
    />
  );
}
