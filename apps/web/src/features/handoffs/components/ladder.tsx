import { INTAKE_RUNGS, INTAKE_RUNG_STATES } from "@rehab/domain/handoff/intake-ladder";
import { RULE_ACTORS } from "@rehab/domain/law/rule";
import type { HandoffFile, LadderRung } from "@rehab/schema/handoffs";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { Explain } from "../../../ui/explain.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { Tone } from "../../../ui/status-tag.tsx";
import { UnknownYears, WhySteps } from "../../../ui/why-date.tsx";
import { useDaysLeft } from "../days-left.ts";
import styles from "./ladder.module.css";

const tones: Record<LadderRung["state"], Tone> = {
  done: "done",
  done_late: "dueSoon",
  due: "dueSoon",
  overdue: "overdue",
  waiting: "idle",
  stopped: "idle",
  unproven: "dueSoon",
};

const marks: Record<LadderRung["state"], string | undefined> = {
  done: styles.done,
  done_late: styles.late,
  due: styles.due,
  overdue: styles.overdue,
  waiting: undefined,
  stopped: undefined,
  unproven: undefined,
};

interface LadderProps {
  readonly file: HandoffFile;
  /** What stands below a rung: the form of its step. */
  readonly below?: (rung: LadderRung) => ReactNode;
}

/** The way from the order to the plan: each step with its owner, article, date and days left or over. */
export function Ladder({ file, below }: LadderProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (
    <ol className={styles.ladder} aria-label={t("handoffs.ladder")}>
      {file.ladder.map((rung) => {
        const form = below?.(rung);
        return (
          <li key={rung.code} className={classNames(styles.rung, marks[rung.state])}>
            <div className={styles.line}>
              <span className={styles.name}>{labelOf(INTAKE_RUNGS, rung.code)}</span>
              <StatusTag tone={tones[rung.state]}>{labelOf(INTAKE_RUNG_STATES, rung.state)}</StatusTag>
              <RungDay rung={rung} />
            </div>
            <div className={classNames(styles.line, styles.soft)}>
              <span>
                {t("handoffs.owner")} {ownerOf(rung, file) ?? labelOf(RULE_ACTORS, rung.owner)}
              </span>
              <RungBasis rung={rung} />
            </div>
            {form !== undefined && form !== null && <div className={styles.form}>{form}</div>}
          </li>
        );
      })}
    </ol>
  );
}

/** Who it is by name, where the record tells. */
function ownerOf({ owner }: LadderRung, file: HandoffFile): string | null {
  if (owner === "caseworker") return file.caseworkerName;
  if (owner === "township") return file.townshipName;
  return owner === "police" ? file.order.orderOrgan : null;
}

/** The day of a step: done, or due with the days left. */
function RungDay({ rung }: { readonly rung: LadderRung }) {
  const { t } = useTranslation();
  const daysLeft = useDaysLeft();
  const { state, doneOn, dueOn } = rung;
  if (isDone(rung)) {
    return (
      <span>
        {t("handoffs.doneOn")} {doneOn === null ? t("handoffs.noDay") : dayText(doneOn)}
      </span>
    );
  }
  return (
    <>
      {dueOn !== null && (
        <span>
          {t("handoffs.dueOn")} {dayText(dueOn)}
        </span>
      )}
      <UnknownYears years={rung.unknownYears} />
      {rung.daysLeft !== null && <StatusTag tone={tones[state]}>{daysLeft(rung.daysLeft)}</StatusTag>}
    </>
  );
}

/** The article, and behind it the way to the day. */
function RungBasis({ rung }: { readonly rung: LadderRung }) {
  const { t } = useTranslation();
  const { dueOn, citation } = rung;
  return (
    <Explain title={t("handoffs.why")} label={citation}>
      <WhySteps why={rung} />
      {isDone(rung) && dueOn !== null && (
        <p>
          {t("handoffs.dueOn")} {dayText(dueOn)}
        </p>
      )}
    </Explain>
  );
}

function isDone({ state }: LadderRung): boolean {
  return state === "done" || state === "done_late";
}
