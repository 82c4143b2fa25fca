import { noShowsEndpoints } from "@rehab/schema/no-shows";
import type { NoShowFile } from "@rehab/schema/no-shows";
import { useState } from "react";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { ReferralSteps } from "../../../ui/referral-steps.tsx";
import type { ReferralValues } from "../../../ui/referral-steps.tsx";
import { changedByNoShow } from "../no-show-answers.ts";
import { NoShowPacket } from "./no-show-packet.tsx";

interface ReferralFlowProps {
  readonly file: NoShowFile;
  readonly onClose: () => void;
}

/** Proposes that the police are told of somebody who did not report in. */
export function ReferralFlow({ file, onClose }: ReferralFlowProps) {
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(noShowsEndpoints.proposeReferral, {
    request: (values: ReferralValues) => ({ params: { id: file.enrolleeId }, body: { id, ...values } }),
    invalidates: changedByNoShow,
    onDone: onClose,
  });
  return (
    <ReferralSteps
      form={form}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      sentence={file.packet.sentence}
      citation={file.packet.citation}
      packet={<NoShowPacket items={file.packet.items} />}
      cautions={file.cautions}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
