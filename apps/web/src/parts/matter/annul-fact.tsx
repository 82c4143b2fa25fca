import { useSession } from "../../api/session.ts";
import { AnnulButton } from "../annul-button.tsx";
import type { Matter, MatterEndpoints } from "./matter.ts";

interface AnnulFactProps<Fact extends string> {
  readonly matter: Matter<Pick<MatterEndpoints<Fact>, "annul">>;
  readonly fact: NoInfer<Fact>;
  readonly factId: string;
  /** What is annulled, in words. */
  readonly what: string;
  /** What an annulment means here, where it is not about the packet for the police. */
  readonly help?: string;
}

/** Takes a wrong record of a matter back, with the reason; nothing for those who may not. */
export function AnnulFact<Fact extends string>({ matter, fact, factId, what, help }: AnnulFactProps<Fact>) {
  const { ability } = useSession();
  if (!ability.can("update", "CaseFile")) return null;
  return (
    <AnnulButton
      endpoint={matter.endpoints.annul}
      request={(reason) => ({ params: { id: matter.enrolleeId }, body: { fact, factId, reason } })}
      changed={matter.changed}
      what={what}
      {...(help !== undefined && { help })}
    />
  );
}
