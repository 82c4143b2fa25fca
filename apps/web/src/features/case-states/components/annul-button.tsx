import { caseStatesEndpoints } from "@rehab/schema/case-states";
import { useState } from "react";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { AnnulDialog } from "../../../ui/annul-dialog.tsx";
import { changedByState } from "../state-answers.ts";

interface AnnulButtonProps {
  readonly enrolleeId: string;
  readonly fact: "event" | "document" | "receipt" | "attempt";
  readonly factId: string;
  /** What is annulled, in words. */
  readonly what: string;
}

/** Takes a wrong record back, with the reason. */
export function AnnulButton({ enrolleeId, fact, factId, what }: AnnulButtonProps) {
  const { ability } = useSession();
  const [open, setOpen] = useState(false);
  const { form, submit, pending, error, reset } = useBodyForm(caseStatesEndpoints.annul, {
    request: ({ reason }: { reason: string }) => ({
      params: { id: enrolleeId },
      body: { fact, factId, reason },
    }),
    invalidates: changedByState,
    onDone: () => close(),
  });
  const close = () => {
    reset();
    setOpen(false);
  };
  if (!ability.can("update", "CaseFile")) return null;
  return (
    <AnnulDialog
      what={what}
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
