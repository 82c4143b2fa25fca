import { HANDOFF_RULES } from "./handoff-rules.ts";
import { LOCAL_RULES } from "./local-rules.ts";
import type { Rule } from "./rule.ts";
import { STATUTE_RULES } from "./statute-rules.ts";

/** The rules as they stand nationally, with this field's working definitions. A county adds versions of its own. */
export const RULES: readonly Rule[] = [...STATUTE_RULES, ...HANDOFF_RULES, ...LOCAL_RULES];
