import { handoffsEndpoints } from "@rehab/schema/handoffs";
import type { HandoffFile, HandoffQueue, HandoffRow } from "@rehab/schema/handoffs";
import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { v7 as newId } from "uuid";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q, useAction } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { paths } from "../../../lib/paths.ts";
import { staleAfterStep } from "../handoff-data.ts";
import { CaseworkerDialog } from "./caseworker-dialog.tsx";
import { ReassignDrawer } from "./reassign-drawer.tsx";

interface RowActionProps {
  readonly row: HandoffRow;
  readonly queue: HandoffQueue | undefined;
  readonly name: string;
}

/** The one thing to do about a line, by the role; whoever has nothing to do can look. */
export function RowAction({ row, queue, name }: RowActionProps) {
  const { t } = useTranslation();
  const { ability } = useSession();
  const isStation = ability.can("create", "CaseFile");
  const isBureau = ability.can("create", "Handoff");
  const waitsForBureau = row.handoffState === "station_returned" || row.intakeRung === "assigned";

  if (queue === "owner_unfit") return <DialogAction row={row} name={name} kind="caseworker" />;
  if (isBureau && waitsForBureau) return <DialogAction row={row} name={name} kind="assign" />;
  if (isStation && row.intakeRung === "acknowledged") return <AcknowledgeAction row={row} name={name} />;
  const step = stepOf(row);
  if (isStation && step !== undefined && !waitsForBureau) {
    return (
      <Link
        to={paths.enrolleeIntake(row.enrolleeId)}
        aria-label={t("handoffs.doFor", { action: t(`handoffs.do.${step}`), name })}
      >
        {t(`handoffs.do.${step}`)}
      </Link>
    );
  }
  return (
    <Link
      to={paths.handoff(row.caseId)}
      aria-label={t("handoffs.doFor", { action: t("handoffs.do.open"), name })}
    >
      {t("handoffs.do.open")}
    </Link>
  );
}

function stepOf({ intakeRung }: HandoffRow) {
  if (intakeRung === "reported") return "report_in" as const;
  return intakeRung === "notice" ||
    intakeRung === "agreement" ||
    intakeRung === "team" ||
    intakeRung === "plan"
    ? intakeRung
    : undefined;
}

interface ActionProps {
  readonly row: HandoffRow;
  readonly name: string;
}

function AcknowledgeAction({ row, name }: ActionProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [id] = useState(() => newId());
  const acknowledge = useAction(handoffsEndpoints.acknowledge, {
    invalidates: staleAfterStep,
    onDone: () => void message.success(t("handoffs.done.acknowledge")),
  });
  return (
    <Button
      size="small"
      type="primary"
      loading={acknowledge.isPending}
      aria-label={t("handoffs.doFor", { action: t("handoffs.do.acknowledge"), name })}
      onClick={() => acknowledge.mutate({ params: { id: row.caseId }, body: { id, note: null } })}
    >
      {t("handoffs.do.acknowledge")}
    </Button>
  );
}

function DialogAction({ row, name, kind }: ActionProps & { readonly kind: "assign" | "caseworker" }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data, error } = useQuery({
    ...q(handoffsEndpoints.get, { params: { id: row.caseId } }),
    enabled: open,
  });
  const dialog = (file: HandoffFile) => ({
    file,
    onClose: () => setOpen(false),
  });
  return (
    <>
      <Button
        size="small"
        type="primary"
        aria-label={t("handoffs.doFor", { action: t(`handoffs.do.${kind}`), name })}
        onClick={() => setOpen(true)}
      >
        {t(`handoffs.do.${kind}`)}
      </Button>
      <ProblemAlert error={error} />
      {open && data && kind === "assign" && <ReassignDrawer {...dialog(data)} />}
      {open && data && kind === "caseworker" && <CaseworkerDialog {...dialog(data)} />}
    </>
  );
}
