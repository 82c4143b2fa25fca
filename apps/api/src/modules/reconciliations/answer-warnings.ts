import type { BodyOf } from "@rehab/schema/endpoint";
import type { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { changeRow, savedAs, getOpenRow } from "./reconciliation-row.ts";

type Input = BodyOf<typeof reconciliationsEndpoints.answer> & { readonly id: string };

/** Keeps why a list is used although it looks like the wrong one. */
export const answerWarnings = useCase<Input, void>(
  "reconciliations.answer",
  async (context, { id, version, answers }) => {
    const { tx, audit, actor, now } = context;
    const row = await getOpenRow(context, { id, version });
    const unknown = answers.findIndex(({ code }) => row.warnings.every((warning) => warning.code !== code));
    if (unknown >= 0) {
      throw new ProblemError("invalid_input", {
        errors: [{ pointer: `/answers/${unknown}/code`, detail: "名单没有这一项疑点" }],
      });
    }
    const warnings = row.warnings.map((warning) => {
      const given = answers.find(({ code }) => code === warning.code);
      if (given === undefined) return warning;
      return { ...warning, answer: { reason: given.reason, by: actor.name, at: now.toISOString() } };
    });
    await changeRow(tx, row, { warnings });
    audit({
      action: "reconciliations.answer",
      subjectType: "reconciliation",
      subjectId: id,
      saved: savedAs(row),
      change: { warnings: answers.map(({ code }) => code) },
    });
  },
);
