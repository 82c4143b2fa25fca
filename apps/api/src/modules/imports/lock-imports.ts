import { sql } from "drizzle-orm";
import type { Tx } from "../../db/client.ts";
import { enrollee } from "../../db/schema/enrollee.ts";

/**
 * Lets imports run one after the other. It must be the first statement of a transaction: only then does the
 * transaction see what the import before it recorded. Reading goes on meanwhile.
 */
export async function lockImports(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${enrollee} in share row exclusive mode`);
}
