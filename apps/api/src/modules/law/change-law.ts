import { codeOfVersion } from "@rehab/domain/law/law-version";
import type { LawVersionDraft } from "@rehab/schema/law-version";
import { eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "../../core/actor.ts";
import { systemActor } from "../../core/actor.ts";
import type { BackgroundWork } from "../../core/background-work.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { query, useCase } from "../../core/use-case.ts";
import type { Services } from "../../core/use-case.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { lawVersion } from "../../db/schema/supervision.ts";
import { annulment } from "../enrollees/annulment.ts";
import { refuseFaultyDraft, refuseUnexplainedPast } from "./check-draft.ts";
import { oweRebuild, settleRebuilds } from "./owed-rebuild.ts";
import { lawOf, loadVersions, refreshLaw } from "./load-versions.ts";

interface Saved {
  readonly id: string;
}

interface Followed {
  readonly followed: boolean;
}

/** Adds a version and derives the register anew. A resend with the same id adds nothing. */
export async function addVersion(
  services: Services,
  actor: Actor,
  draft: LawVersionDraft,
  background: BackgroundWork,
): Promise<Saved & Followed> {
  const saved = await storeVersion(services, actor, draft);
  return { ...saved, followed: await followLaw(services, background) };
}

/** Annuls a version with a reason and derives the register anew: the version before it holds again. */
export async function annulVersion(
  services: Services,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
  background: BackgroundWork,
): Promise<Saved & Followed> {
  const saved = await storeAnnulment(services, actor, input);
  return { ...saved, followed: await followLaw(services, background) };
}

const storeVersion = useCase<LawVersionDraft, Saved>("law.addVersion", async (context, draft) => {
  const { tx, audit, actor, now, today, county } = context;
  const { id, subject, inForceFrom, basis, content, lateReason } = draft;
  const rows = await loadVersions(tx);
  const isResend = rows.some(({ row }) => row.id === id);
  if (!isResend) {
    const law = lawOf(rows);
    refuseFaultyDraft(draft, law);
    refuseUnexplainedPast(draft, law, today);
    const added = await tx
      .insert(lawVersion)
      .values({
        id,
        countyCode: county.code,
        subject,
        code: codeOfVersion(draft),
        inForceFrom,
        body: { content, lateReason },
        basis,
        recordedAt: now,
        recordedBy: actor.accountId,
      })
      .onConflictDoNothing()
      .returning({ id: lawVersion.id });
    if (added.length === 0) {
      throw new ProblemError("wrong_state", {
        detail: "从这一天起已有一个版本，请先撤销它或者换一个起始日。",
      });
    }
    await oweRebuild(context);
  }
  audit({
    action: "law.addVersion",
    subjectType: "lawVersion",
    subjectId: id,
    change: { subject, code: codeOfVersion(draft), inForceFrom, created: !isResend },
    ...(lateReason !== null && { reason: lateReason }),
  });
  return { id };
});

const storeAnnulment = useCase<{ readonly id: string; readonly reason: string }, Saved>(
  "law.annulVersion",
  async (context, { id, reason }) => {
    const { tx, audit } = context;
    const [row] = await tx.select().from(lawVersion).where(eq(lawVersion.id, id));
    if (row === undefined) throw new ProblemError("not_found");
    const annulled = row.annulledAt === null;
    if (annulled) {
      await tx.update(lawVersion).set(annulment(context, reason)).where(eq(lawVersion.id, id));
      await oweRebuild(context);
    }
    const { subject, code, inForceFrom } = row;
    audit({
      action: "law.annulVersion",
      subjectType: "lawVersion",
      subjectId: id,
      change: { subject, code, inForceFrom, annulled },
      reason,
    });
    return { id };
  },
);

/** Up to so many people the register is derived anew before the answer: whoever changed the law sees it followed. */
const mostAtOnce = 5000;

/** Whether the register follows the law already. What is not done, or fails, stays owed and is taken up soon. */
async function followLaw(services: Services, background: BackgroundWork): Promise<boolean> {
  await refreshLaw(services);
  const follow = () =>
    settleRebuilds(services).then(
      () => true,
      () => false,
    );
  if ((await countPeople(services, systemActor)) <= mostAtOnce) return follow();
  background.start(async () => {
    await follow();
  });
  return false;
}

const countPeople = query<void, number>(async ({ tx }) => {
  const [counted] = await tx
    .select({ people: sql<number>`count(*)::int` })
    .from(enrollee)
    .where(isNull(enrollee.annulledAt));
  return counted?.people ?? 0;
});
