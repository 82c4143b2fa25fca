import { sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { staffMember } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";

/**
 * Whether the person of a row of `enrollee` is in nobody's hands in fact: whoever is responsible has left, or belongs
 * to another station. The database only sees to it that somebody is named.
 */
export const ownerIsUnfit: SQL<boolean> = sql<boolean>`not exists (
  select 1 from ${staffMember}
  where ${staffMember.id} = ${enrollee.caseworkerId} and ${staffMember.active}
    and ${staffMember.stationId} = ${enrollee.stationId})`;
