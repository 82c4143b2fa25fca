import { LINE_DECISIONS } from "@rehab/domain/handoff/reconciliation-codes";
import type { ComparedField, LineDecision } from "@rehab/domain/handoff/reconciliation-codes";
import type { LineView, NewLineDecision } from "@rehab/schema/reconciliations";
import { Button, Checkbox, Form, Input, Radio } from "antd";
import type { InputRef } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { useKeys } from "../../../lib/keys.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { decisionKeys } from "../line-labels.ts";
import styles from "./line-decision-form.module.css";

export type DecisionInput = z.input<typeof NewLineDecision>;
type Corrections = NonNullable<DecisionInput["set"]>;

export interface LineDraft {
  readonly decision?: LineDecision;
  readonly reason?: string;
  readonly set?: Corrections;
  readonly isConfirmed?: boolean;
  readonly takeTheirs?: readonly ComparedField[];
}

interface LineDecisionFormProps {
  readonly line: LineView;
  readonly draft: LineDraft;
  readonly pending: boolean;
  readonly onDraft: (draft: LineDraft) => void;
  readonly onDecide: (decision: DecisionInput) => void;
}

/** What may be set right before somebody is taken over, by the field that is in doubt. */
const correctable: Readonly<Record<string, readonly (keyof Corrections)[]>> = {
  name: ["name", "idNumber"],
  idNumber: ["idNumber", "name"],
  receivedOn: ["receivedOn"],
  township: ["township"],
  residence: ["township"],
};

/** How a line is to be handled, and why where that does not go without saying. */
export function LineDecisionForm({ line, draft, pending, onDraft, onDecide }: LineDecisionFormProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const reason = useRef<InputRef>(null);
  const [missing, setMissing] = useState<"decision" | "reason" | "fields" | null>(null);
  const { decision } = draft;
  const isPlain = decision !== undefined && decision === line.plain;
  const doubted = [...new Set(line.issues.flatMap(({ field }) => correctable[field ?? ""] ?? []))];

  const choose = (chosen: LineDecision) => {
    setMissing(null);
    // Whoever says that the list is right, means it of everything that may be taken from it.
    const takeTheirs = line.differences.filter(({ refusal }) => refusal === null).map(({ field }) => field);
    onDraft({ ...draft, decision: chosen, takeTheirs: chosen === "take_theirs" ? takeTheirs : [] });
    reason.current?.focus();
  };
  const decide = (chosen: LineDecision | undefined, given: LineDraft) => {
    const why = given.reason?.trim() ?? "";
    if (chosen === undefined) return setMissing("decision");
    if (chosen !== line.plain && why === "") return setMissing("reason");
    const takeTheirs = given.takeTheirs ?? [];
    if (chosen === "take_theirs" && takeTheirs.length === 0) return setMissing("fields");
    const filled = Object.entries(given.set ?? {}).filter(([, value]) => value !== undefined && value !== "");
    setMissing(null);
    return onDecide({
      lineId: line.id,
      decision: chosen,
      ...(why !== "" && { reason: why }),
      ...(chosen === "take_theirs" && { takeTheirs: [...takeTheirs] }),
      ...(chosen === "take_over" && filled.length > 0 && { set: Object.fromEntries(filled) }),
      ...(chosen === "take_over" && { isConfirmed: given.isConfirmed === true }),
    });
  };

  useKeys((key) => {
    const chosen = line.allowed.find((allowed) => decisionKeys[allowed] === key);
    if (chosen === undefined) return false;
    if (chosen === line.plain) decide(chosen, { ...draft, set: {} });
    else choose(chosen);
    return true;
  });

  const put = (field: keyof Corrections, value: string | null) =>
    onDraft({ ...draft, set: { ...draft.set, [field]: value === null || value === "" ? undefined : value } });

  return (
    <Form
      layout="vertical"
      aria-label={t("reconciliations.decision")}
      className={styles.form ?? ""}
      onFinish={() => decide(decision, draft)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) decide(decision, draft);
      }}
    >
      <Form.Item
        label={t("reconciliations.decision")}
        {...(missing === "decision" && {
          validateStatus: "error" as const,
          help: t("reconciliations.chooseDecision"),
        })}
        {...(missing === "fields" && {
          validateStatus: "error" as const,
          help: t("reconciliations.chooseFields"),
        })}
      >
        <Radio.Group value={decision} onChange={({ target }) => choose(target.value as LineDecision)}>
          {line.allowed.map((allowed) => (
            <Radio.Button key={allowed} value={allowed}>
              {labelOf(LINE_DECISIONS, allowed)}{" "}
              <kbd className={styles.key}>{decisionKeys[allowed].toUpperCase()}</kbd>
            </Radio.Button>
          ))}
        </Radio.Group>
      </Form.Item>
      {decision === "take_over" && line.issues.length > 0 && (
        <div className={styles.corrections}>
          {doubted.map((field) => (
            <Form.Item key={field} label={t(`reconciliations.corrections.${field}`)}>
              {field === "receivedOn" ? (
                <DayInput
                  clearable
                  label={t("reconciliations.corrections.receivedOn")}
                  value={draft.set?.receivedOn ?? null}
                  onChange={(day) => put("receivedOn", day)}
                />
              ) : (
                <Input
                  autoComplete="off"
                  aria-label={t(`reconciliations.corrections.${field}`)}
                  value={draft.set?.[field] ?? ""}
                  onChange={(event) => put(field, event.target.value)}
                />
              )}
            </Form.Item>
          ))}
          {Object.values(draft.set ?? {}).some((value) => value !== undefined) && (
            <Checkbox
              checked={draft.isConfirmed === true}
              onChange={({ target }) => onDraft({ ...draft, isConfirmed: target.checked })}
            >
              {t("reconciliations.confirmDoubts")}
            </Checkbox>
          )}
        </div>
      )}
      <Form.Item
        label={t(isPlain ? "reconciliations.reasonIfAny" : "reconciliations.reason")}
        required={!isPlain}
        {...(missing === "reason" && {
          validateStatus: "error" as const,
          help: t("reconciliations.reasonMissing"),
        })}
      >
        <Input
          ref={reason}
          maxLength={500}
          aria-label={t("reconciliations.reason")}
          value={draft.reason ?? ""}
          {...(decision && { placeholder: t(`reconciliations.reasonHints.${decision}`) })}
          onChange={(event) => onDraft({ ...draft, reason: event.target.value })}
        />
      </Form.Item>
      <div className={styles.submit}>
        <Button type="primary" htmlType="submit" loading={pending}>
          {t("reconciliations.decideAndNext")}
        </Button>
        <span className={styles.soft}>{t("reconciliations.decideKeys")}</span>
      </div>
    </Form>
  );
}
