import type { PersonCandidate } from "@rehab/schema/new-handoff";
import { Button, Result, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { paths } from "../../../lib/paths.ts";
import { PageHeader } from "../../../ui/page-header.tsx";
import { CandidateList } from "../components/candidate-list.tsx";
import { HandoffForm } from "../components/handoff-form.tsx";
import type { Recorded } from "../components/handoff-form.tsx";
import styles from "../components/new-handoff.module.css";
import { PersonSearch } from "../components/person-search.tsx";
import type { Found } from "../components/person-search.tsx";
import type { Choice, HandoffKind, SearchBody } from "../handoff-values.ts";

const nothing: SearchBody = { name: null, idNumber: null, birthDate: null, townshipId: null };

/** Takes over one person outside a list: searched first, then recorded. */
function NewHandoffPage() {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const kind: HandoffKind = address.get("kind") === "transfer" ? "transfer" : "handoff";
  const [search, setSearch] = useState(nothing);
  const [found, setFound] = useState<Found>();
  const [choice, setChoice] = useState<Choice>();
  const [recorded, setRecorded] = useState<Recorded>();

  const startAnew = () => {
    setSearch(nothing);
    setFound(undefined);
    setChoice(undefined);
    setRecorded(undefined);
  };

  return (
    <>
      <PageHeader
        title={t(kind === "transfer" ? "newHandoff.titleTransfer" : "newHandoff.title")}
        purpose={t(kind === "transfer" ? "newHandoff.purposeTransfer" : "newHandoff.purpose")}
        actions={
          choice === undefined && (
            <Segmented
              aria-label={t("newHandoff.kind")}
              value={kind}
              options={(["handoff", "transfer"] as const).map((value) => ({
                value,
                label: t(`newHandoff.kinds.${value}`),
              }))}
              onChange={(value) => setAddress(value === "transfer" ? { kind: value } : {}, { replace: true })}
            />
          )
        }
      />
      {recorded !== undefined ? (
        <Done recorded={recorded} onAnother={startAnew} />
      ) : choice === undefined ? (
        <div className={styles.stack}>
          <PersonSearch
            search={search}
            onFound={(words, answer) => {
              setSearch(words);
              setFound(answer);
            }}
          />
          {found && <CandidateList found={found} onChoose={(person) => setChoice({ search, person })} />}
        </div>
      ) : (
        <div className={styles.stack}>
          <Chosen person={choice.person} onSearchAgain={() => setChoice(undefined)} />
          <HandoffForm kind={kind} choice={choice} onDone={setRecorded} />
        </div>
      )}
    </>
  );
}

interface ChosenProps {
  readonly person: PersonCandidate | null;
  readonly onSearchAgain: () => void;
}

function Chosen({ person, onSearchAgain }: ChosenProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.chosen}>
      <strong>{t("newHandoff.formStep")}</strong>
      <span>
        {person === null
          ? t("newHandoff.newPerson")
          : t("newHandoff.recognised", { name: person.maskedName, station: person.stationName })}
      </span>
      {person !== null && <span className={styles.soft}>{t("newHandoff.otherName")}</span>}
      <Button size="small" onClick={onSearchAgain}>
        {t("newHandoff.searchAgain")}
      </Button>
    </div>
  );
}

function Done({ recorded, onAnother }: { readonly recorded: Recorded; readonly onAnother: () => void }) {
  const { t } = useTranslation();
  return (
    <Result
      status="success"
      title={t("newHandoff.done")}
      subTitle={<span role="status">{recorded.effect}</span>}
      extra={[
        <Link key="file" to={paths.enrollee(recorded.enrolleeId)}>
          {t("newHandoff.toFile")}
        </Link>,
        <Button key="another" onClick={onAnother}>
          {t("newHandoff.another")}
        </Button>,
      ]}
    />
  );
}

export { NewHandoffPage as Component };
