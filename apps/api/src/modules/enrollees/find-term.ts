import { sql } from "drizzle-orm";
import type { QueryContext } from "../../core/use-case.ts";
import { prepared } from "../../db/prepared.ts";
import { enrolleeSearchKey } from "../../db/schema/enrollee.ts";
import { keyConditions, keyValues } from "./register-filter.ts";
import type { KeyValues } from "./register-filter.ts";
import { searchTermsOf } from "./search-terms.ts";
import type { SearchTerm } from "./search-terms.ts";

/** The first reading of what was typed that finds anybody; the only one, where there is no other. */
export async function findTerm(
  context: QueryContext,
  text: string | undefined,
): Promise<SearchTerm | "nobody" | undefined> {
  if (text === undefined || text === "") return undefined;
  const terms = searchTermsOf(text, context.cipher);
  if (terms.length === 1) return terms[0];
  for (const term of terms) {
    const hit = await firstKey(context.tx, keyValues(context, term));
    if (hit.length > 0) return term;
  }
  return "nobody";
}

const firstKey = prepared("first_key", (tx, values: KeyValues) =>
  tx
    .select({ one: sql`1` })
    .from(enrolleeSearchKey)
    .where(keyConditions(values))
    .limit(1),
);
