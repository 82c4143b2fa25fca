import { NATIONAL_LAW } from "@rehab/domain/law/law";
import type { Law } from "@rehab/domain/law/law";
import { lawWith } from "@rehab/domain/law/law-version";
import { StoredLawVersion } from "@rehab/schema/law-version";
import { asc } from "drizzle-orm";
import { CountyLaw } from "../../core/county-law.ts";
import type { Services } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { lawVersion } from "../../db/schema/supervision.ts";

/** A version of the county as it is stored, with what it says read and checked. */
export interface VersionRow {
  readonly row: typeof lawVersion.$inferSelect;
  readonly version: StoredLawVersion;
}

/** All versions of the county, annulled ones too, in the order in which they come into force. */
export async function loadVersions(tx: ReadTx): Promise<VersionRow[]> {
  const rows = await tx
    .select()
    .from(lawVersion)
    .orderBy(asc(lawVersion.inForceFrom), asc(lawVersion.recordedAt), asc(lawVersion.id));
  return rows.map((row) => ({
    row,
    version: StoredLawVersion.parse({
      ...(row.body as object),
      subject: row.subject,
      inForceFrom: row.inForceFrom,
    }),
  }));
}

/** The common law with those versions of the county that hold. */
export function lawOf(rows: readonly VersionRow[]): Law {
  return lawWith(
    NATIONAL_LAW,
    rows.filter(({ row }) => row.annulledAt === null).map(({ version }) => version),
  );
}

/** Reads the county's law into the services: at the start, after a change here, and now and then for one elsewhere. */
export async function refreshLaw({ db, county, law }: Services): Promise<void> {
  if (!(law instanceof CountyLaw)) return;
  const scope = { countyCode: county.code, people: { kind: "none" } } as const;
  law.replace(lawOf(await db.read(scope, loadVersions)));
}
