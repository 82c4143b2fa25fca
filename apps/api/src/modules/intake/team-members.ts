import type { SupportMember, SupportRole } from "@rehab/domain/handoff/support-team";
import type { TeamMember } from "@rehab/schema/handoffs";
import { and, asc, eq, isNull } from "drizzle-orm";
import { maskStoredPhone } from "../../core/mask.ts";
import type { ValueCipher } from "../../core/cipher.ts";
import type { ReadTx } from "../../db/client.ts";
import { supportTeamMember } from "../../db/schema/handoff.ts";

interface LoadedMember {
  /** As screens show it: the phone masked. */
  readonly member: TeamMember;
  /** As the domain asks for it. */
  readonly present: SupportMember;
}

/** The members of a case's team, those who left included, the longest serving first. */
export async function loadTeam(tx: ReadTx, caseId: string, cipher: ValueCipher): Promise<LoadedMember[]> {
  const rows = await tx
    .select()
    .from(supportTeamMember)
    .where(and(eq(supportTeamMember.caseId, caseId), isNull(supportTeamMember.annulledAt)))
    .orderBy(asc(supportTeamMember.fromOn), asc(supportTeamMember.id));
  return rows.map((row) => {
    const role = row.role as SupportRole;
    return {
      member: {
        id: row.id,
        role,
        name: row.name,
        organ: row.organ,
        maskedPhone: row.phoneCipher === null ? null : maskStoredPhone(row.phoneCipher, cipher),
        fromOn: row.fromOn,
        untilOn: row.untilOn,
      },
      present: { role, from: row.fromOn, ...(row.untilOn === null ? {} : { until: row.untilOn }) },
    };
  });
}
