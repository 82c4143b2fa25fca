import { maskPersonName } from "@rehab/domain/identity/person-name";
import type { Law } from "@rehab/domain/law/law";
import { lawEffects } from "@rehab/domain/law/law-effect";
import type { LawEffect } from "@rehab/domain/law/law-effect";
import { lawWith } from "@rehab/domain/law/law-version";
import type { Measure } from "@rehab/domain/supervision/measure";
import type { VersionPreview } from "@rehab/schema/law";
import type { LawVersionDraft } from "@rehab/schema/law-version";
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Actor } from "../../core/actor.ts";
import { query } from "../../core/use-case.ts";
import type { Services } from "../../core/use-case.ts";
import { station } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { loadSupervisionFacts } from "../enrollees/supervision-facts.ts";
import { countingActor, groupsOf } from "./count-people.ts";
import { refuseFaultyDraft } from "./check-draft.ts";
import { lawOf, loadVersions } from "./load-versions.ts";

const batchSize = 1000;
const mostPeople = 200;

interface AffectedPerson {
  readonly id: string;
  readonly name: string;
  readonly stationName: string;
  readonly measure: Measure;
  readonly effects: readonly LawEffect[];
}

/** What a version would change, found by deriving everybody's dates under the law with and without it. */
export async function previewVersion(
  services: Services,
  actor: Actor,
  draft: LawVersionDraft,
): Promise<VersionPreview> {
  const laws = await lawsAround(services, actor, draft);
  const counting = countingActor(actor);
  const affected: AffectedPerson[] = [];
  let looked = 0;
  let after: string | undefined;
  do {
    const batch = await compareBatch(services, counting, { ...laws, after });
    affected.push(...batch.affected);
    looked += batch.looked;
    after = batch.next;
  } while (after !== undefined);
  const seesPeople = actor.scope.kind !== "none";
  return {
    affected: affected.length,
    unaffected: looked - affected.length,
    groups: groupsOf(affected.map((person) => ({ ...person, people: 1 }))),
    people: seesPeople
      ? affected.slice(0, mostPeople).map(({ name, effects, ...person }) => ({
          ...person,
          maskedName: maskPersonName(name),
          effects: [...effects],
        }))
      : null,
  };
}

const lawsAround = query<LawVersionDraft, { before: Law; with: Law }>(async ({ tx }, draft) => {
  const rows = await loadVersions(tx);
  const before = lawOf(rows);
  refuseFaultyDraft(draft, before);
  return { before, with: lawWith(before, [draft]) };
});

interface Comparison {
  readonly before: Law;
  readonly with: Law;
  readonly after: string | undefined;
}

const compareBatch = query<
  Comparison,
  { affected: AffectedPerson[]; looked: number; next: string | undefined }
>(async ({ tx, today }, { after, ...laws }) => {
  const people = await tx
    .select({ id: enrollee.id, name: enrollee.name, stationName: station.name })
    .from(enrollee)
    .innerJoin(station, eq(station.id, enrollee.stationId))
    .where(and(isNull(enrollee.annulledAt), after === undefined ? undefined : gt(enrollee.id, after)))
    .orderBy(asc(enrollee.id))
    .limit(batchSize);
  const facts = await loadSupervisionFacts(
    tx,
    people.map(({ id }) => id),
  );
  const casesOf = Map.groupBy(facts, ({ enrolleeId }) => enrolleeId);
  const affected = people.flatMap((person): AffectedPerson[] => {
    // of several cases the latest that is touched speaks for the person
    for (const one of (casesOf.get(person.id) ?? []).toReversed()) {
      const effects = lawEffects(one, today, laws.before, laws.with);
      if (effects.length > 0) return [{ ...person, measure: one.history.measure, effects }];
    }
    return [];
  });
  return {
    affected,
    looked: people.length,
    next: people.length < batchSize ? undefined : people.at(-1)?.id,
  };
});
