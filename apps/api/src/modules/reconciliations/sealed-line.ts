import type { PersonSide } from "@rehab/domain/handoff/reconcile";
import type { ValueCipher } from "../../core/cipher.ts";
import type { PlannedRow } from "../imports/plan/planned-row.ts";
import type { OpenLine } from "./compare-list.ts";

/** Both sides of a line as they stood when the comparison was finished. */
export interface SealedLine {
  readonly theirs: PersonSide | null;
  readonly rowNumber: number | null;
  readonly ours: { readonly side: PersonSide; readonly stationName: string; readonly state: string } | null;
  readonly issues: readonly { readonly code: string; readonly field: string | null; readonly text: string }[];
  readonly candidateIds: readonly string[];
  readonly effect: string | null;
}

export function sealLine(line: OpenLine, carriedOut: PlannedRow | null, cipher: ValueCipher): Buffer {
  return cipher.encrypt(JSON.stringify(toSealed(line, carriedOut)));
}

export function openLine(sealed: Buffer, cipher: ValueCipher): SealedLine {
  return JSON.parse(cipher.decrypt(sealed)) as SealedLine;
}

/** An open line in the form in which finished ones are kept. */
export function toSealed(line: OpenLine, carriedOut: PlannedRow | null): SealedLine {
  const { listed, ours, source, planned, candidateIds } = line;
  return {
    theirs: listed === null ? null : { ...listed.side, ...unread(line) },
    rowNumber: source?.row.rowNumber ?? null,
    ours: ours === null ? null : { side: ours.side, stationName: ours.stationName, state: ours.state },
    issues: (planned?.issues ?? []).map(({ code, field, text }) => ({ code, field, text })),
    candidateIds: [...new Set([...candidateIds, ...(planned?.candidates ?? [])])].filter(
      (id) => id !== ours?.enrolleeId,
    ),
    effect: carriedOut === null ? expectedEffect(line) : carriedOut.effect,
  };
}

/** By field of the comparison: the column of the list. */
const columns = {
  name: "name",
  idNumber: "idNumber",
  orderNumber: "orderNumber",
  orderedOn: "decidedOn",
  receivedOn: "receivedOn",
  phone: "phone",
} as const;

/** What stands on paper where it could not be read: whoever decides must see it. */
function unread({ listed, source }: OpenLine): Partial<PersonSide> {
  const raw = Object.entries(columns).flatMap(([field, column]) => {
    const cell = source?.row.cells[column];
    const isUnread = listed?.side[field as keyof typeof columns] === null && (cell?.raw ?? "") !== "";
    return isUnread ? [[field, cell?.raw] as const] : [];
  });
  return Object.fromEntries(raw);
}

/** What taking the row over would do; nothing can be said of a row that is in doubt. */
function expectedEffect({ planned, allowed }: OpenLine): string | null {
  if (planned === null || !allowed.includes("take_over")) return null;
  return planned.verdict === "new" || planned.verdict === "changed" ? planned.effect : null;
}
