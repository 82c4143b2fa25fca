import { caseStatesEndpoints } from "@rehab/schema/case-states";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { AnnulDialog } from "../../../ui/annul-dialog.tsx";
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
  const [open, setOpen] = useState(false);
  const [id] = useState(() => newId());
  const { form, submit, pending, error, reset } = useBodyForm(caseStatesEndpoints.proposeEndAnnulment, {
    request: ({ reason }: { reason: string }) => ({
      params: { id: enrolleeId },
      body: { id, eventId, reason },
    }),
    invalidates: changedByState,
    onDone: () => close(),
  });
  const close = () => {
    reset();
    setOpen(false);
  };
  return (
    <AnnulDialog
      what={what}
      words={{ button: t("caseStates.ending.annul"), help: t("caseStates.ending.annulHelp") }}
      form={form}
      open={open}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onOpen={() => setOpen(true)}
      onClose={close}
      onSubmit={submit}
    />
  );
}
