import { handoffsEndpoints } from "@rehab/schema/handoffs";
import type { HandoffFile } from "@rehab/schema/handoffs";
import { App, Button, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useAction } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { staleAfterStep, whyNot } from "../handoff-data.ts";
import { CaseworkerDialog } from "./caseworker-dialog.tsx";
import { IdentityDialog } from "./identity-dialog.tsx";
import { ReassignDrawer } from "./reassign-drawer.tsx";
import { RecordDrawer } from "./record-drawer.tsx";
import { ReturnToBureauDialog, ReturnToPoliceDialog } from "./return-dialog.tsx";

type Opened = "assign" | "return_to_bureau" | "return_to_police" | "identity" | "caseworker" | "update";

/** What can be done about a hand-off. What the role may do but not now stands there and says why. */
export function HandoffActions({ file }: { readonly file: HandoffFile }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { ability } = useSession();
  const [opened, setOpened] = useState<Opened>();
  const [acknowledgementId] = useState(() => newId());
  const acknowledge = useAction(handoffsEndpoints.acknowledge, {
    invalidates: staleAfterStep,
    onDone: () => void message.success(t("handoffs.done.acknowledge")),
  });
  const isStation = ability.can("create", "CaseFile");
  const isBureau = ability.can("create", "Handoff");
  const close = () => setOpened(undefined);
  const dialog = { file, onClose: close };

  return (
    <>
      {isStation && (
        <>
          <PossibleButton
            primary
            label={t("handoffs.acknowledge")}
            reason={whyNot(file, "acknowledge")}
            loading={acknowledge.isPending}
            onClick={() =>
              acknowledge.mutate({ params: { id: file.caseId }, body: { id: acknowledgementId, note: null } })
            }
          />
          <PossibleButton
            label={t("handoffs.returnToBureau")}
            reason={whyNot(file, "return_to_bureau")}
            onClick={() => setOpened("return_to_bureau")}
          />
        </>
      )}
      {isBureau && (
        <>
          <PossibleButton
            primary={file.handoffState === "station_returned"}
            label={t(file.handoffState === "unassigned" ? "handoffs.assign" : "handoffs.reassign")}
            reason={whyNot(file, "assign")}
            onClick={() => setOpened("assign")}
          />
          <PossibleButton
            label={t("handoffs.returnToPolice")}
            reason={whyNot(file, "return_to_police")}
            onClick={() => setOpened("return_to_police")}
          />
        </>
      )}
      {file.maskedIdNumber === null && (
        <PossibleButton
          label={t("handoffs.identity")}
          reason={whyNot(file, "complete_identity")}
          onClick={() => setOpened("identity")}
        />
      )}
      <PossibleButton
        label={t("handoffs.assignCaseworker")}
        reason={whyNot(file, "assign_caseworker")}
        onClick={() => setOpened("caseworker")}
      />
      <PossibleButton
        label={t("handoffs.edit")}
        reason={whyNot(file, "update")}
        onClick={() => setOpened("update")}
      />
      {opened === "assign" && <ReassignDrawer {...dialog} />}
      {opened === "return_to_bureau" && <ReturnToBureauDialog file={file} onClose={close} />}
      {opened === "return_to_police" && <ReturnToPoliceDialog file={file} onClose={close} />}
      {opened === "identity" && <IdentityDialog {...dialog} />}
      {opened === "caseworker" && <CaseworkerDialog {...dialog} />}
      {opened === "update" && <RecordDrawer {...dialog} />}
    </>
  );
}

interface PossibleButtonProps {
  readonly label: string;
  /** Why it cannot be done; null when it can. */
  readonly reason: string | null;
  readonly primary?: boolean;
  readonly loading?: boolean;
  readonly onClick: () => void;
}

function PossibleButton({ label, reason, primary = false, loading = false, onClick }: PossibleButtonProps) {
  return (
    <Tooltip title={reason}>
      <Button
        type={primary && reason === null ? "primary" : "default"}
        disabled={reason !== null}
        loading={loading}
        onClick={onClick}
      >
        {label}
      </Button>
    </Tooltip>
  );
}
