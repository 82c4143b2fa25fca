import { useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../lib/class-names.ts";
import { dayText } from "../../lib/day-text.ts";
import { Annulled } from "../../ui/annul-dialog.tsx";
import { Opener } from "../../ui/inline-form.tsx";
import styles from "../../ui/matter.module.css";
import { Panel } from "../../ui/panel.tsx";
import { AnnulFact } from "./annul-fact.tsx";
import type { Matter, MatterEndpoints } from "./matter.ts";

type Answers<Fact extends string> = Matter<Pick<MatterEndpoints<Fact | "event">, "annul">>;

interface Answer {
  readonly id: string;
  readonly happenedOn: string;
  /** What was decided, in words. */
  readonly label: string;
  /** Number, organ and note, as far as there are any. */
  readonly details: readonly (string | null)[];
  readonly annulled: { readonly reason: string } | null;
}

interface AnswersPanelProps<Fact extends string> {
  readonly matter: Answers<Fact>;
  readonly answers: readonly Answer[];
  /** Why none can be recorded now. */
  readonly obstacle: string | undefined;
  readonly renderForm: (onClose: () => void) => ReactNode;
}

/** What the police decided about a referral. */
export function AnswersPanel<Fact extends string>(props: AnswersPanelProps<Fact>) {
  const { matter, answers, obstacle, renderForm } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t("noShows.answer.title")}>
      {answers.length === 0 && <p>{t("noShows.answer.empty")}</p>}
      <ul className={styles.list} aria-label={t("noShows.answer.title")}>
        {answers.map((answer) => (
          <AnswerItem key={answer.id} answer={answer} matter={matter} />
        ))}
      </ul>
      {open ? (
        renderForm(() => setOpen(false))
      ) : (
        <div style={{ marginTop: 8 }}>
          <Opener label={t("noShows.answer.record")} obstacle={obstacle} onOpen={() => setOpen(true)} />
        </div>
      )}
    </Panel>
  );
}

interface AnswerItemProps<Fact extends string> {
  readonly answer: Answer;
  readonly matter: Answers<Fact>;
}

function AnswerItem<Fact extends string>({ answer, matter }: AnswerItemProps<Fact>) {
  const { id, happenedOn, label, details, annulled } = answer;
  const what = `${dayText(happenedOn)} ${label}`;
  return (
    <li className={classNames(styles.item, annulled !== null && styles.annulled)}>
      <div className={styles.line}>
        <span className={styles.words}>{what}</span>
        <span className={styles.spring} />
        {annulled === null && <AnnulFact matter={matter} fact="event" factId={id} what={what} />}
      </div>
      <p className={styles.small}>{details.filter(Boolean).join("　")}</p>
      <Annulled annulled={annulled} />
    </li>
  );
}
