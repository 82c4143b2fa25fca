import { MEASURES } from "@rehab/domain/supervision/measure";
import { TEST_METHODS } from "@rehab/domain/testing/drug-test";
import { testsEndpoints } from "@rehab/schema/tests";
import type { DelegationLetter } from "@rehab/schema/test-views";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { q } from "../../../api/query.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { paths } from "../../../lib/paths.ts";
import { PaperPage, askedOnce } from "../../../parts/paper-page.tsx";
import { Paper } from "../../../ui/paper.tsx";
import styles from "../../../ui/paper.module.css";

/** The letter that asks another place for a test, with the receipt to send back, on A4. */
function DelegationLetterPage() {
  const { t } = useTranslation();
  const { id = "", factId = "" } = useParams();
  const asked = useQuery({
    ...q(testsEndpoints.delegationLetter, { params: { id, factId } }),
    ...askedOnce,
  });
  return (
    <PaperPage
      asked={asked}
      back={<Link to={paths.enrolleeTests(id)}>{t("tests.sheet.back")}</Link>}
      elsewhere={<Link to={paths.enrollees}>{t("enrollees.file.back")}</Link>}
      note={t("tests.sheet.recorded")}
    >
      {(letter) => <Letter letter={letter} />}
    </PaperPage>
  );
}

function Letter({ letter }: { readonly letter: DelegationLetter }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { delegation } = letter;
  const blank = t("tests.letter.blank");
  const station = `${letter.countyName}${letter.stationName}`;
  const method = labelOf(TEST_METHODS, delegation.method);
  return (
    <Paper>
      <h1>{t("tests.letter.title")}</h1>
      <p className={styles.number}>{t("tests.letter.number", { number: delegation.letterNumber })}</p>
      <p>{t("tests.letter.addressee", { place: delegation.toPlace })}</p>
      <p className={styles.indented}>
        {t("tests.letter.body", {
          name: letter.name,
          sex: letter.sex === null ? blank : t(`common.${letter.sex}`),
          birthDate: letter.birthDate ?? blank,
          idNumber: letter.idNumber ?? blank,
          measure: labelOf(MEASURES, letter.measure),
          reason: delegation.reason,
          from: delegation.wantedFrom,
          to: delegation.wantedTo,
          method,
        })}
      </p>
      <p className={styles.indented}>{t("tests.letter.after")}</p>
      <p className={styles.sign}>{station}</p>
      <p className={styles.number}>{delegation.requestedOn}</p>
      <hr className={styles.cut} />
      <section className={styles.together}>
        <h2>{t("tests.letter.receiptTitle")}</h2>
        <p className={styles.indented}>
          {t("tests.letter.receiptBody", {
            station,
            number: delegation.letterNumber,
            name: letter.name,
            method,
          })}
        </p>
        <p>{t("tests.letter.receiptTesters")}</p>
        <p className={styles.sign}>{delegation.toPlace}</p>
        <p className={styles.number}>{t("tests.letter.seal")}</p>
      </section>
    </Paper>
  );
}

export { DelegationLetterPage as Component };
