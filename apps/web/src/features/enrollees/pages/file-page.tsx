import { ArrowLeftOutlined, EyeInvisibleOutlined, EyeOutlined } from "@ant-design/icons";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import type { EnrolleeFile } from "@rehab/schema/enrollees";
import { useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, NavLink, Outlet, useLocation, useParams } from "react-router";
import { isProblem } from "../../../api/problem-error.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q, useAction } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { paths } from "../../../lib/paths.ts";
import { CaseStateTag, ControlTag, RiskTag } from "../../../ui/case-tags.tsx";
import { NoticePage } from "../../../ui/notice-page.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { TermBar } from "../../../ui/term-bar.tsx";
import { AttentionBanner } from "../components/attention-banner.tsx";
import type { FileContext, Revealed } from "../file-context.ts";
import styles from "./file-page.module.css";

function FilePage() {
  const { t } = useTranslation();
  const id = useParams()["id"] ?? "";
  const { data: file, error, refetch } = useQuery(q(enrolleesEndpoints.get, { params: { id } }));
  const [revealed, setRevealed] = useState<Revealed>();

  if (isProblem(error, "not_found") || isProblem(error, "invalid_input")) {
    return (
      <NoticePage
        title={t("enrollees.file.notFound")}
        help={t("enrollees.file.notFoundHelp")}
        action={<Link to={paths.enrollees}>{t("enrollees.file.back")}</Link>}
      />
    );
  }
  if (file === undefined) {
    return error === null ? (
      <Skeleton active paragraph={{ rows: 10 }} />
    ) : (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    );
  }

  const tabs: Tab[] = [
    { to: paths.enrollee(id), label: t("enrollees.file.overview") },
    { to: paths.enrolleeTimeline(id), label: t("enrollees.file.timeline") },
    { to: paths.enrolleeIntake(id), label: t("enrollees.file.intake") },
    { to: paths.enrolleeTests(id), label: t("enrollees.file.tests") },
    { to: paths.enrolleeContacts(id), label: t("enrollees.file.contacts") },
    { to: paths.enrolleeLeaves(id), label: t("enrollees.file.leaves") },
    ...(file.noShow ? [{ to: paths.enrolleeNoShow(id), label: t("enrollees.file.noShow") }] : []),
    { to: paths.enrolleeStates(id), label: t("enrollees.file.states") },
    { to: paths.enrolleeBreaches(id), label: t("enrollees.file.breaches") },
    { to: paths.enrolleeTransfer(id), label: t("enrollees.file.transfer") },
    { to: paths.enrolleeAccessLog(id), label: t("enrollees.file.accessLog") },
  ];
  return (
    <>
      <Link to={paths.enrollees} className={styles.back}>
        <ArrowLeftOutlined /> {t("enrollees.file.back")}
      </Link>
      <FileHeader file={file} revealed={revealed} onRevealed={setRevealed} />
      <AttentionBanner file={file} />
      <FileTabs tabs={tabs} />
      <Outlet context={{ file, revealed } satisfies FileContext} />
    </>
  );
}

interface Tab {
  readonly to: string;
  readonly label: string;
}

/** The parts of the file; on a narrow screen the bar is moved to the one that is open. */
function FileTabs({ tabs }: { readonly tabs: readonly Tab[] }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const links = [...(bar.current?.querySelectorAll("a") ?? [])];
    const here = links.find((link) => link.pathname === pathname);
    here?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [pathname]);
  return (
    <nav ref={bar} className={styles.tabs} aria-label={t("enrollees.file.tabs")}>
      {tabs.map(({ to, label }) => (
        <NavLink
          key={to}
          to={to}
          end
          preventScrollReset
          className={({ isActive }) => classNames(styles.tab, isActive && styles.tabHere)}
        >
          {label}
        </NavLink>
      ))}
    </nav>
  );
}

interface FileHeaderProps {
  readonly file: EnrolleeFile;
  readonly revealed: Revealed | undefined;
  readonly onRevealed: (revealed: Revealed | undefined) => void;
}

/** Who this is and how the measure stands; stays in sight while the page scrolls. */
function FileHeader({ file, revealed, onRevealed }: FileHeaderProps) {
  const { t } = useTranslation();
  const { ability } = useSession();
  const labelOf = useCodeLabel();
  const present = file.cases[0];
  const reveal = useAction(enrolleesEndpoints.reveal, {
    invalidates: [enrolleesEndpoints.accessLog],
    onDone: ({ people }) => onRevealed(people[0]),
  });

  const toggle = () => {
    if (revealed !== undefined) onRevealed(undefined);
    else reveal.mutate({ body: { ids: [file.id], fields: ["name", "idNumber", "phone"] } });
  };

  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <h1>{revealed?.name ?? file.maskedName}</h1>
        {ability.can("reveal", "CaseFile") && (
          <Button
            size="small"
            icon={revealed ? <EyeInvisibleOutlined /> : <EyeOutlined />}
            loading={reveal.isPending}
            aria-pressed={revealed !== undefined}
            aria-label={t(revealed ? "enrollees.file.hideAll" : "enrollees.file.showAll")}
            onClick={toggle}
          >
            {t(revealed ? "enrollees.file.hide" : "enrollees.file.show")}
          </Button>
        )}
        <span className={styles.number}>
          {revealed?.idNumber ?? file.maskedIdNumber ?? t("common.unknown")}
        </span>
        {file.provisional && <StatusTag tone="dueSoon">{t("enrollees.file.provisional")}</StatusTag>}
        <span className={styles.spring} />
        <span>
          {file.stationName} ·{" "}
          {file.caseworkerName === null
            ? t("enrollees.file.noOwner")
            : t("enrollees.file.owner", { name: file.caseworkerName })}
        </span>
      </div>
      {present && (
        <div className={styles.state}>
          <strong>{labelOf(MEASURES, present.measure)}</strong>
          <CaseStateTag state={present.state} />
          {present.controlReason !== null && (
            <ControlTag
              reason={present.controlReason}
              controlled={present.controlled === true}
              beside={present.state}
            />
          )}
          {file.riskLevel !== null && <RiskTag level={file.riskLevel} />}
          {file.dualControlSince !== null && (
            <StatusTag tone="running">{t("enrollees.file.dualControl")}</StatusTag>
          )}
          {file.maintenanceSince !== null && (
            <StatusTag tone="running">{t("enrollees.file.maintenance")}</StatusTag>
          )}
          {file.hospitalSince !== null && (
            <StatusTag tone="running">{t("enrollees.file.hospital")}</StatusTag>
          )}
          <div className={styles.term}>
            {present.term ? (
              <TermBar {...present.term} why={present.termDeadline} />
            ) : (
              <span className={styles.number}>{t("enrollees.file.notStarted")}</span>
            )}
          </div>
        </div>
      )}
    </header>
  );
}

export { FilePage as Component };
