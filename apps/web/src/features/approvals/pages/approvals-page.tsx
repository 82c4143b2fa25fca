import { APPROVAL_KINDS, APPROVAL_STATES } from "@rehab/domain/supervision/approval";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { approvalsEndpoints } from "@rehab/schema/approvals";
import type { ApprovalRow } from "@rehab/schema/approvals";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { pages } from "../../../api/query.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { momentText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { useShownNames } from "../../../parts/shown-names.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { FactList } from "../../../ui/fact-list.tsx";
import { ListFooter } from "../../../ui/list-footer.tsx";
import { PacketList } from "../../../ui/packet-list.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { DecisionBlock } from "../components/decision-block.tsx";
import styles from "./approvals-page.module.css";

/** What waits for a second person, with what that person has to see before deciding. */
function ApprovalsPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const [done, setDone] = useState<string>();
  const state: "open" | "decided" = params.get("state") === "decided" ? "decided" : "open";
  const list = useInfiniteQuery({
    ...pages(approvalsEndpoints.list, (cursor) => ({
      query: { state, limit: 20, ...(cursor && { cursor }) },
    })),
    staleTime: 0,
  });
  const rowPages = list.data?.pages.map((page) => page.rows) ?? [];
  const rows = rowPages.flat();
  const names = useShownNames(rowPages, ({ enrolleeId }) => enrolleeId);
  return (
    <>
      <PageHeader title={t("approvals.title")} purpose={t("approvals.purpose")} actions={names.toggle} />
      <Segmented<"open" | "decided">
        aria-label={t("approvals.state")}
        value={state}
        onChange={(next) => setParams(next === "open" ? {} : { state: next }, { replace: true })}
        options={(["open", "decided"] as const).map((value) => ({
          value,
          label: t(`approvals.states.${value}`),
        }))}
      />
      <p role="status" className={styles.status}>
        {done ?? (list.data && t("approvals.found", { count: list.data.pages[0]?.total.count ?? 0 }))}
      </p>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {names.problem}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState
          title={t(state === "open" ? "approvals.empty" : "approvals.emptyDecided")}
          {...(state === "open" && { help: t("approvals.emptyHelp") })}
        />
      )}
      <div className={styles.list}>
        {rows.map((row) => (
          <ApprovalCard key={row.id} row={row} name={names.nameOf(row)} onDone={setDone} />
        ))}
      </div>
      <ListFooter
        shown={rows.length}
        total={list.data?.pages[0]?.total.count ?? 0}
        more={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

/** The page of the file on which the matter stands. */
function fileOf({ kind, enrolleeId }: ApprovalRow): string {
  return kind === "no_show_referral" ? paths.enrolleeNoShow(enrolleeId) : paths.enrollee(enrolleeId);
}

interface ApprovalCardProps {
  readonly row: ApprovalRow;
  readonly name: string;
  readonly onDone: (said: string) => void;
}

function ApprovalCard({ row, name, onDone }: ApprovalCardProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const isOpen = row.state === "open";
  return (
    <Panel
      title={`${labelOf(APPROVAL_KINDS, row.kind)}：${name}`}
      extra={
        <Link to={fileOf(row)} aria-label={t("approvals.fileOf", { name })}>
          {t("approvals.file")}
        </Link>
      }
    >
      <div className={styles.columns}>
        <div className={styles.what}>
          <p className={styles.who}>
            {labelOf(MEASURES, row.measure)} · {row.stationName}
          </p>
          <FactList
            facts={[
              {
                label: t("approvals.proposedBy"),
                value: t("approvals.proposedAt", { who: row.proposedBy, moment: momentText(row.proposedAt) }),
              },
              ...row.facts,
              { label: t("approvals.basis"), value: `${row.sentence}（${row.citation}）` },
            ]}
          />
          {row.cautions.map((caution) => (
            <p key={caution} className={styles.caution}>
              {caution}
            </p>
          ))}
          {!isOpen && (
            <p className={styles.decided}>
              {t("approvals.decidedAt", {
                state: labelOf(APPROVAL_STATES, row.state),
                who: row.decidedBy ?? "",
                moment: row.decidedAt === null ? "" : momentText(row.decidedAt),
              })}
              {row.reason !== null && `　${t("approvals.reason")}：${row.reason}`}
            </p>
          )}
        </div>
        {isOpen && (
          <>
            <div className={styles.packet}>
              <PacketList items={row.items} />
            </div>
            <div className={styles.decision}>
              <DecisionBlock row={row} onDone={onDone} />
            </div>
          </>
        )}
      </div>
    </Panel>
  );
}

export { ApprovalsPage as Component };
