import type { RuleId } from "@rehab/domain/law/rule";
import { lawEndpoints } from "@rehab/schema/law";
import type { LawContent } from "@rehab/schema/law-version";
import { useQuery } from "@tanstack/react-query";
import { q } from "./query.ts";

type RuleContent = Extract<LawContent, { ruleId: unknown }>;

/** One version of a rule, and its words with the article as a screen says them. */
export interface RuleText {
  readonly content: RuleContent;
  readonly text: string;
}

/** A rule in the version of a day, or the first one for an earlier day; undefined until the law is loaded. */
export function useRuleOn(id: RuleId, on: string): RuleText | undefined {
  const { data } = useQuery({ ...q(lawEndpoints.list, {}), staleTime: 300_000 });
  const rule = data?.rules.find((each) => each.id === id);
  const versions = (rule?.versions ?? [])
    .filter(({ annulled }) => annulled === null)
    .sort((a, b) => (a.inForceFrom < b.inForceFrom ? 1 : -1));
  const version = versions.find(({ inForceFrom }) => inForceFrom <= on) ?? versions.at(-1);
  if (rule === undefined || version === undefined || !("ruleId" in version.content)) return undefined;
  const { content } = version;
  return { content, text: `${content.says}《${rule.instrument}》${content.article}` };
}
