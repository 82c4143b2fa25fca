import { handoffsEndpoints } from "@rehab/schema/handoffs";
import type { HandoffFile, LadderRung } from "@rehab/schema/handoffs";
import type { EnrolleeFile } from "@rehab/schema/enrollees";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useOutletContext } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { paths } from "../../../lib/paths.ts";
import { Panel } from "../../../ui/panel.tsx";
import { HandoffActions } from "../components/handoff-actions.tsx";
import { Ladder } from "../components/ladder.tsx";
import { RecordedStepsPanel } from "../components/recorded-steps-panel.tsx";
import { AgreementForm, NoticeForm, PlanForm, ReportInForm, TeamForm } from "../components/step-forms.tsx";
import { TeamPanel } from "../components/team-panel.tsx";
import { Warnings } from "../components/warnings.tsx";
import { whyNot } from "../handoff-data.ts";
import styles from "./handoff-page.module.css";

const forms = {
  reported: { action: "report_in", Form: ReportInForm },
  notice: { action: "notice", Form: NoticeForm },
  agreement: { action: "agreement", Form: AgreementForm },
  team: { action: "team", Form: TeamForm },
  plan: { action: "plan", Form: PlanForm },
} as const;

/** A file's way from the order to the plan, with the form of the next step in its place. */
function IntakePage() {
  const { t } = useTranslation();
  const { file } = useOutletContext<{ readonly file: EnrolleeFile }>();
  const present = file.cases.find(({ state }) => state !== "returned") ?? file.cases[0];
  const handoff = useQuery({
    ...q(handoffsEndpoints.get, { params: { id: present?.id ?? "" } }),
    enabled: present !== undefined,
  });
  return (
    <section aria-label={t("handoffs.intake")}>
      <ProblemAlert error={handoff.error} onRetry={() => void handoff.refetch()} />
      {handoff.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {handoff.data && <Intake file={handoff.data} />}
    </section>
  );
}

function Intake({ file }: { readonly file: HandoffFile }) {
  const { t } = useTranslation();
  const { ability } = useSession();
  const isStation = ability.can("create", "CaseFile");
  const next = file.ladder.find(
    ({ code, state }) => code in forms && (state === "due" || state === "overdue"),
  );

  const below = (rung: LadderRung): ReactNode => {
    if (!isStation || rung.code !== next?.code) return null;
    const { action, Form } = forms[rung.code as keyof typeof forms];
    const needsMembers = rung.code === "team" && file.team.length === 0;
    const reason = needsMembers ? t("handoffs.teamFirst") : whyNot(file, action);
    return reason === null ? (
      <Form key={rung.code} file={file} />
    ) : (
      <p className={styles.soft}>{needsMembers ? reason : `${t("handoffs.notPossible")}：${reason}`}</p>
    );
  };

  return (
    <>
      <Warnings file={file} />
      <div className={styles.actions} role="group" aria-label={t("handoffs.actions")}>
        <HandoffActions file={file} />
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Panel
            title={t("handoffs.ladder")}
            extra={<Link to={paths.handoff(file.caseId)}>{t("handoffs.order")}</Link>}
          >
            <Ladder file={file} below={below} />
          </Panel>
        </div>
        <div className={styles.column}>
          <TeamPanel file={file} />
          <RecordedStepsPanel file={file} />
        </div>
      </div>
    </>
  );
}

export { IntakePage as Component };
