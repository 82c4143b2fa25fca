import type { PlainDate } from "../time/plain-date.ts";

/** Why somebody on the books may be the person who is looked for, the strongest reason first. */
export const PERSON_MATCHES = [
  { code: "same_id", zh: "证件号码相同" },
  { code: "same_name", zh: "姓名相同" },
  { code: "former_name", zh: "曾用名或别名相符" },
  { code: "homophone", zh: "姓名同音" },
  { code: "birth_place", zh: "出生日期和执行地乡镇相同" },
  { code: "birth_date", zh: "出生日期相同" },
] as const;

export type PersonMatch = (typeof PERSON_MATCHES)[number]["code"];

/** Who is looked for. `nameSound` is the name in pinyin without tones; `idKey` any form in which numbers compare. */
export interface SoughtPerson {
  readonly name: string | undefined;
  readonly nameSound: string | undefined;
  readonly idKey: string | undefined;
  readonly birthDate: PlainDate | undefined;
  readonly townshipId: string | undefined;
}

/** Somebody on the books, in the same forms. */
export interface KnownPerson {
  readonly name: string;
  readonly nameSound: string;
  readonly formerNames: readonly { readonly name: string; readonly sound: string }[];
  readonly idKey: string | null;
  readonly birthDate: PlainDate | null;
  readonly townshipId: string | null;
}

/**
 * Why a known person may be the one who is looked for; empty when nothing speaks for it. A shared birth date says
 * little: it counts only together with the township, or where nothing else is known of the person sought.
 */
export function personMatches(sought: SoughtPerson, known: KnownPerson): PersonMatch[] {
  const { name, nameSound } = sought;
  const isNamed = name !== undefined && name === known.name;
  const wasNamed = known.formerNames.some(
    (former) => former.name === name || (nameSound !== undefined && former.sound === nameSound),
  );
  const isBornThen = sought.birthDate !== undefined && sought.birthDate === known.birthDate;
  const livesThere = sought.townshipId !== undefined && sought.townshipId === known.townshipId;
  const isOnlyDateKnown = name === undefined && sought.idKey === undefined;
  const reasons: readonly (readonly [PersonMatch, boolean])[] = [
    ["same_id", sought.idKey !== undefined && sought.idKey === known.idKey],
    ["same_name", isNamed],
    ["former_name", name !== undefined && wasNamed],
    ["homophone", !isNamed && nameSound !== undefined && nameSound === known.nameSound],
    ["birth_place", isBornThen && livesThere],
    ["birth_date", isBornThen && !livesThere && isOnlyDateKnown],
  ];
  return reasons.filter(([, holds]) => holds).map(([code]) => code);
}

/** Sorts candidates by the strength of their reasons, the strongest first. */
export function compareMatches(a: readonly PersonMatch[], b: readonly PersonMatch[]): number {
  return strengthOf(a) - strengthOf(b) || b.length - a.length;
}

function strengthOf(matches: readonly PersonMatch[]): number {
  const [first] = matches;
  return first === undefined ? PERSON_MATCHES.length : PERSON_MATCHES.findIndex(({ code }) => code === first);
}
