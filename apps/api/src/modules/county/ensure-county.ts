import { eq } from "drizzle-orm";
import { ConfigProblem } from "../../config.ts";
import { systemActor } from "../../core/actor.ts";
import { recordAudit } from "../../core/audit.ts";
import type { CountySettings } from "../../core/county-settings.ts";
import type { Database } from "../../db/client.ts";
import { county } from "../../db/schema/county.ts";

/**
 * Makes sure that the deployment's county is in the database, as of `now`, and gives the moment to which
 * its training clock was set, if it ever was.
 */
export async function ensureCounty(db: Database, settings: CountySettings, now: Date): Promise<Date | null> {
  const scope = { countyCode: settings.code, people: systemActor.scope };
  return db.write(scope, async (tx) => {
    const [existing] = await tx.select().from(county).where(eq(county.code, settings.code));
    if (existing !== undefined && existing.mode !== settings.mode) {
      throw new ConfigProblem(
        `APP_MODE: this database belongs to ${existing.mode}, not to ${settings.mode}; give ${settings.mode} a database of its own`,
      );
    }
    if (existing !== undefined) return existing.clockSetTo;
    await tx.insert(county).values({ code: settings.code, name: settings.name, mode: settings.mode });
    const context = { actor: systemActor, countyCode: settings.code, now };
    await recordAudit(tx, context, [{ action: "county.create", subjectType: "county" }]);
    return null;
  });
}
