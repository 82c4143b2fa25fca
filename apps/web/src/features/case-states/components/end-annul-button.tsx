import { caseStatesEndpoints } from "@rehab/schema/case-states";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { AnnulButton } from "../../../parts/annul-button.tsx";
import { changedByState } from "../state-answers.ts";

interface EndAnnulButtonProps {
  readonly enrolleeId: string;
  readonly eventId: string;
  /** What is annulled, in words. */
  readonly what: string;
}

/** Proposes to take a release or termination back, with the reason; a second person confirms it. */
export function EndAnnulButton({ enrolleeId, eventId, what }: EndAnnulButtonProps) {
  const { t } = useTranslation();
  const [id] = useState(() => newId());
  return (
    <AnnulButton
      endpoint={caseStatesEndpoints.proposeEndAnnulment}
      request={(reason) => ({ params: { id: enrolleeId }, body: { id, eventId, reason } })}
      changed={changedByState}
      what={what}
      button={t("caseStates.ending.annul")}
      help={t("caseStates.ending.annulHelp")}
    />
  );
}
