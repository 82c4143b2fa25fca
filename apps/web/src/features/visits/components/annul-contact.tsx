import { visitsEndpoints } from "@rehab/schema/visits";
import { useSession } from "../../../api/session.ts";
import { AnnulButton } from "../../../parts/annul-button.tsx";
import { changedByContact } from "../contact-answers.ts";

interface AnnulContactProps {
  readonly id: string;
  readonly kind: "visit" | "help" | "goal";
  readonly what: string;
}

/** Takes a visit, help or goal back that was recorded wrongly; nothing for those who may not. */
export function AnnulContact({ id, kind, what }: AnnulContactProps) {
  const { ability } = useSession();
  if (!ability.can("update", "CaseFile")) return null;
  return (
    <AnnulButton
      endpoint={visitsEndpoints.annul}
      request={(reason) => ({ params: { id }, body: { kind, reason } })}
      changed={changedByContact}
      what={what}
    />
  );
}
