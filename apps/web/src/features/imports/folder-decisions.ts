import { FolderDecisions } from "@rehab/schema/imports";
import type { Decision, ImportRow } from "@rehab/schema/imports";
import type { z } from "zod";

export interface MatchedDecisions {
  readonly decisions: readonly z.input<typeof Decision>[];
  /** Decisions for which no waiting row was found. */
  readonly unmatched: FolderDecisions;
}

/** Reads a file of decisions. Undefined when it is no such file. */
export function readFolderDecisions(text: string): FolderDecisions | undefined {
  try {
    const parsed = FolderDecisions.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Brings the decisions to the rows that they name by file (without ending), 序号 and issue. */
export function matchDecisions(decisions: FolderDecisions, rows: readonly ImportRow[]): MatchedDecisions {
  const matched: z.input<typeof Decision>[] = [];
  const unmatched: FolderDecisions = [];
  for (const decision of decisions) {
    const row = rows.find(
      ({ fileName, sequence, issues }) =>
        isSameFile(fileName, decision.file) &&
        sequence === decision.row &&
        issues.some(({ code }) => code === decision.issue),
    );
    if (row === undefined) unmatched.push(decision);
    else {
      const { action, set, reason } = decision;
      matched.push({ rowId: row.id, action, reason, ...(set && { set }) });
    }
  }
  return { decisions: matched, unmatched };
}

/** A browser may have sent the file with or without its folder. */
function isSameFile(fileName: string, named: string): boolean {
  const name = fileName.replace(/\.(xlsx|xls|csv)$/iu, "");
  return name === named || name.endsWith(`/${named}`) || named.endsWith(`/${name}`);
}
