import type { Endpoint, RequestOf, Schema } from "@rehab/schema/endpoint";
import { useState } from "react";
import { useBodyForm } from "../api/body-form.ts";
import { ProblemAlert } from "../api/problems.tsx";
import { AnnulDialog } from "../ui/annul-dialog.tsx";

interface AnnulButtonProps<E extends Endpoint & { readonly body: Schema }> {
  readonly endpoint: E;
  readonly request: (reason: string) => RequestOf<E>;
  /** The answers that the annulment makes out of date. */
  readonly changed: readonly Endpoint[];
  /** What is annulled, in words. */
  readonly what: string;
  readonly help?: string;
  /** What the button says, where annulling is not done at once. */
  readonly button?: string;
  readonly onDone?: () => void;
}

/** Takes a wrong record back, with the reason. */
export function AnnulButton<E extends Endpoint & { readonly body: Schema }>(props: AnnulButtonProps<E>) {
  const { endpoint, request, changed, what, help, button, onDone } = props;
  const [open, setOpen] = useState(false);
  const { form, submit, pending, error, reset } = useBodyForm(endpoint, {
    request: ({ reason }: { reason: string }) => request(reason),
    invalidates: changed,
    onDone: () => {
      close();
      onDone?.();
    },
  });
  const close = () => {
    reset();
    setOpen(false);
  };
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
      {...(help !== undefined && { help })}
      {...(button !== undefined && { button })}
    />
  );
}
