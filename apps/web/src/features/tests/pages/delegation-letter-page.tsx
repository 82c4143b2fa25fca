import { MEASURES } from "@rehab/domain/supervision/measure";
import { TEST_METHODS } from "@rehab/domain/testing/drug-test";
import { testsEndpoints } from "@rehab/schema/tests";
import type { DelegationLetter } from "@rehab/schema/test-views";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { isProblem } from "../../../api/problem-error.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { paths } from "../../../lib/paths.ts";
import { NoticePage } from "../../../ui/notice-page.tsx";
import { Paper, PaperTools } from "../../../ui/paper.tsx";
import styles from "../../../ui/paper.module.css";

/** The letter that asks another place for a test, with the receipt to send back, on A4. */
function DelegationLetterPage() {
  const { t } = useTranslation();
  const { id = "", factId = "" } = useParams();
  // Each making of the letter is recorded: it is asked for once per visit, and nothing is kept after.
  const { data, error, refetch } = useQuery({
    ...q(testsEndpoints.delegationLetter, { params: { id, factId } }),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (isProblem(error, "not_found") || isProblem(error, "invalid_input")) {
    return (
      <NoticePage
        title={t("enrollees.file.notFound")}
        help={t("enrollees.file.notFoundHelp")}
        action={<Link to={paths.enrollees}>{t("enrollees.file.back")}</Link>}
      />
    );
  }
  return (
    <>
      <PaperTools
        back={<Link to={paths.enrolleeTests(id)}>{t("tests.sheet.back")}</Link>}
        ready={data !== undefined}
        note={t("tests.sheet.recorded")}
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 12 }} />}
      {data && <Letter letter={data} />}
    </>
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
