import { ArrowLeftOutlined } from "@ant-design/icons";
import {
  COMPARED_FIELDS,
  LINE_DECISIONS,
  LINE_FINDINGS,
  LIST_SOURCES,
} from "@rehab/domain/handoff/reconciliation-codes";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import type { LineView, Reconciliation } from "@rehab/schema/reconciliations";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { paths } from "../../../lib/paths.ts";
import { Paper, PaperTools } from "../../../ui/paper.tsx";
import paper from "../../../ui/paper.module.css";
import { useFieldText } from "../line-labels.ts";
import styles from "./sheet-page.module.css";

/** The sheet (核对表) as the office signs it, on A4. Everybody stands on it by name: opening it leaves a trace. */
function SheetPage() {
  const { t } = useTranslation();
  const id = useParams()["id"] ?? "";
  const { data, error, refetch } = useQuery({
    ...q(reconciliationsEndpoints.print, { params: { id } }),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <>
      <PaperTools
        back={
          <Link to={paths.reconciliation(id)}>
            <ArrowLeftOutlined /> {t("reconciliations.backToSheet")}
          </Link>
        }
        ready={data !== undefined}
        note={t("reconciliations.printHelp")}
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 12 }} />}
      {data && <CheckSheet of={data} />}
    </>
  );
}

function CheckSheet({ of }: { readonly of: Reconciliation }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const { year, week, month, totals } = of;
  const period =
    week === null
      ? t("reconciliations.monthOfYear", { year, month })
      : t("reconciliations.weekOfYear", { year, week });
  const findings = LINE_FINDINGS.filter(({ code }) => totals.byFinding[code] > 0).map(
    ({ code }) => `${labelOf(LINE_FINDINGS, code)} ${totals.byFinding[code]}`,
  );

  return (
    <Paper className={styles.sheet}>
      <h1>{t("reconciliations.paperTitle", { county: session.county.name })}</h1>
      <p className={styles.facts}>
        <span>{period}</span>
        <span>{t("reconciliations.checkedOnLine", { day: of.checkedOn })}</span>
        <span>{t("reconciliations.sourceLine", { source: labelOf(LIST_SOURCES, of.source) })}</span>
        {of.state === "open" && <strong>{t("reconciliations.draft")}</strong>}
      </p>
      <p className={styles.facts}>
        <span>
          {t("reconciliations.listedSum", {
            count: totals.listed,
            detox: totals.listedDetox,
            rehab: totals.listedRehab,
          })}
        </span>
        <span>{t("reconciliations.oursSum", { count: totals.ours })}</span>
        <span>{findings.join("，")}</span>
      </p>
      {of.lines.length === 0 ? (
        <p className={styles.zero}>{t("reconciliations.zeroPaper")}</p>
      ) : (
        <div className={paper.scroll} tabIndex={0} role="group" aria-label={t("reconciliations.lines")}>
          <table className={classNames(paper.table, styles.table)} aria-label={t("reconciliations.lines")}>
            <thead>
              <tr>
                <th scope="col">{t("reconciliations.sequence")}</th>
                <th scope="col">{t("reconciliations.paper.person")}</th>
                <th scope="col">{t("reconciliations.paper.order")}</th>
                <th scope="col">{t("reconciliations.paper.finding")}</th>
                <th scope="col">{t("reconciliations.paper.decision")}</th>
              </tr>
            </thead>
            <tbody>
              {of.lines.map((line, index) => (
                <PaperLine key={line.id} line={line} sequence={index + 1} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {(of.list?.warnings ?? []).map(({ code, text, answer }) => (
        <p key={code}>{t("reconciliations.paperWarning", { text, reason: answer?.reason ?? "" })}</p>
      ))}
      {of.note !== null && <p>{t("reconciliations.paperNote", { note: of.note })}</p>}
      <div className={classNames(paper.together, styles.signatures)}>
        <Signature organ={t("reconciliations.paper.police")} name={of.policePerson} />
        <Signature organ={t("reconciliations.paper.bureau")} name={of.ourPerson} />
      </div>
    </Paper>
  );
}

function PaperLine({ line, sequence }: { readonly line: LineView; readonly sequence: number }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const textOf = useFieldText();
  const side = line.theirs ?? line.ours?.side ?? {};
  return (
    <tr>
      <td>{sequence}</td>
      <td>
        {side.name}
        <br />
        {side.idNumber ?? t("common.unknown")}
      </td>
      <td>
        {side.measure && labelOf(MEASURES, side.measure)} {side.orderNumber}
        <br />
        {side.receivedOn
          ? t("reconciliations.paper.received", { day: side.receivedOn })
          : t("reconciliations.paper.notReceived")}
        {line.ours && `，${line.ours.stationName}`}
      </td>
      <td>
        {labelOf(LINE_FINDINGS, line.finding)}
        {line.differences.map(({ field, takeTheirs }) => (
          <small key={field}>
            {t(takeTheirs === true ? "reconciliations.paper.corrected" : "reconciliations.paper.differs", {
              field: labelOf(COMPARED_FIELDS, field),
              theirs: textOf(field, line.theirs?.[field]),
              ours: textOf(field, line.ours?.side[field]),
            })}
          </small>
        ))}
      </td>
      <td>
        {line.decision === null ? "" : labelOf(LINE_DECISIONS, line.decision.decision)}
        {line.decision !== null && line.decision.reason !== null && <small>{line.decision.reason}</small>}
      </td>
    </tr>
  );
}

function Signature({ organ, name }: { readonly organ: string; readonly name: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <p>{organ}</p>
      <p>{t("reconciliations.paper.person2", { name })}</p>
      <p className={styles.sign}>{t("reconciliations.paper.sign")}</p>
      <p className={styles.sign}>{t("reconciliations.paper.date")}</p>
    </div>
  );
}

export { SheetPage as Component };
