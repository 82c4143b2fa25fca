import { PERSON_MATCHES } from "@rehab/domain/identity/person-match";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { PersonCandidate } from "@rehab/schema/new-handoff";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { useShownNames } from "../../../parts/shown-names.tsx";
import { CaseStateTag } from "../../../ui/case-tags.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import styles from "./new-handoff.module.css";
import type { Found } from "./person-search.tsx";

interface CandidateListProps {
  readonly found: Found;
  readonly onChoose: (person: PersonCandidate | null) => void;
}

/** Everybody on the books who may be the one, side by side with what speaks for it: a person decides. */
export function CandidateList({ found, onChoose }: CandidateListProps) {
  const { t } = useTranslation();
  const { candidates, more } = found;
  const names = useShownNames([candidates], ({ id }) => id);

  if (candidates.length === 0) {
    return (
      <Panel title={t("newHandoff.candidates")}>
        <EmptyState
          title={t("newHandoff.nobody")}
          help={t("newHandoff.nobodyHelp")}
          action={
            <Button type="primary" onClick={() => onChoose(null)}>
              {t("newHandoff.asNew")}
            </Button>
          }
        />
      </Panel>
    );
  }
  return (
    <Panel title={t("newHandoff.candidates")} extra={names.toggle}>
      <p role="status" style={{ marginBottom: 8 }}>
        {t("newHandoff.found", { count: candidates.length })}
        {more && ` ${t("newHandoff.more", { count: candidates.length })}`}
      </p>
      {names.problem}
      <ul className={styles.candidates}>
        {candidates.map((person) => (
          <Candidate
            key={person.id}
            person={person}
            name={names.nameOf(person)}
            onChoose={() => onChoose(person)}
          />
        ))}
      </ul>
      <Button onClick={() => onChoose(null)}>{t("newHandoff.noneOfThem")}</Button>
    </Panel>
  );
}

interface CandidateProps {
  readonly person: PersonCandidate;
  readonly name: string;
  readonly onChoose: () => void;
}

function Candidate({ person, name, onChoose }: CandidateProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const place = [person.stationName, person.townshipName].filter((part) => part !== null).join(" · ");
  return (
    <li className={styles.candidate}>
      <div className={styles.line}>
        <strong>{name}</strong>
        <span>{person.maskedIdNumber ?? t("common.unknown")}</span>
        {person.sex !== null && <span>{t(`common.${person.sex}`)}</span>}
        {person.birthYear !== null && <span>{t("newHandoff.born", { year: person.birthYear })}</span>}
      </div>
      <div className={styles.line}>
        {person.matches.map((match) => (
          <StatusTag key={match} tone={match === "same_id" ? "overdue" : "dueSoon"}>
            {labelOf(PERSON_MATCHES, match)}
          </StatusTag>
        ))}
      </div>
      {person.maskedFormerNames.length > 0 && (
        <span className={styles.soft}>
          {t("newHandoff.otherNames", { names: person.maskedFormerNames.join("、") })}
        </span>
      )}
      <span className={styles.soft}>{place}</span>
      {person.cases.map(({ sequence, measure, state, receivedOn, endedOn }) => (
        <div key={sequence} className={styles.line}>
          <span>{t("newHandoff.caseLine", { sequence, measure: labelOf(MEASURES, measure) })}</span>
          <CaseStateTag state={state} />
          <span className={styles.soft}>
            {endedOn !== null
              ? t("newHandoff.endedOn", { day: dayText(endedOn) })
              : receivedOn !== null && t("newHandoff.receivedOn", { day: dayText(receivedOn) })}
          </span>
        </div>
      ))}
      <div className={styles.actions}>
        <Button
          type="primary"
          size="small"
          aria-label={t("newHandoff.thisOneOf", { name, station: person.stationName })}
          onClick={onChoose}
        >
          {t("newHandoff.thisOne")}
        </Button>
        <Link to={paths.enrollee(person.id)} target="_blank" rel="noreferrer">
          {t("newHandoff.openFile")}
        </Link>
      </div>
    </li>
  );
}
