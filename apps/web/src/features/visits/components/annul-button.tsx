import { visitsEndpoints } from "@rehab/schema/visits";
import { useState } from "react";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { AnnulDialog } from "../../../ui/annul-dialog.tsx";
import { changedByContact } from "../contact-answers.ts";

interface AnnulButtonProps {
  readonly id: string;
  readonly kind: "visit" | "help" | "goal";
  readonly what: string;
}

/** Takes a visit, help or goal back that was recorded wrongly. */
export function AnnulButton({ id, kind, what }: AnnulButtonProps) {
  const [open, setOpen] = useState(false);
  const { form, submit, pending, error } = useBodyForm(visitsEndpoints.annul, {
    request: ({ reason }: { reason: string }) => ({ params: { id }, body: { kind, reason } }),
    invalidates: changedByContact,
    onDone: () => setOpen(false),
  });
  return (
    <AnnulDialog
      what={what}
      form={form}
      open={open}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onSubmit={submit}
    />
  );
}
