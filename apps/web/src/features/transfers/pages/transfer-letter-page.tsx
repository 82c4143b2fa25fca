import { TRANSFER_MATERIALS } from "@rehab/domain/handoff/transfer";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { transfersEndpoints } from "@rehab/schema/transfers";
import type { TransferLetter } from "@rehab/schema/transfers";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { q } from "../../../api/query.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { paths } from "../../../lib/paths.ts";
import { PaperPage, askedOnce } from "../../../parts/paper-page.tsx";
import { Paper } from "../../../ui/paper.tsx";
import styles from "../../../ui/paper.module.css";
import own from "./transfer-letter-page.module.css";

/** The letter to the new place with the list of materials and the receipt to send back, on A4. */
function TransferLetterPage() {
  const { t } = useTranslation();
  const id = useParams()["id"] ?? "";
  const asked = useQuery({ ...q(transfersEndpoints.letter, { params: { id } }), ...askedOnce });
  const enrolleeId = asked.data?.transfer.enrolleeId;
  const back = enrolleeId === undefined ? paths.transfers : paths.enrolleeTransfer(enrolleeId);
  return (
    <PaperPage
      asked={asked}
      back={<Link to={back}>{t("transfers.letter.back")}</Link>}
      elsewhere={<Link to={paths.transfers}>{t("transfers.letter.back")}</Link>}
      note={t("transfers.letter.recorded")}
    >
      {(letter) => <Letter letter={letter} />}
    </PaperPage>
  );
}

function Letter({ letter }: { readonly letter: TransferLetter }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { transfer } = letter;
  const blank = t("transfers.letter.blank");
  const station = `${letter.countyName}${transfer.stationName}`;
  return (
    <Paper>
      <h1>{t("transfers.letter.title")}</h1>
      <p className={styles.number}>
        {t("transfers.letter.number", { number: transfer.letterNumber ?? t("transfers.letter.notSent") })}
      </p>
      <p>{t("transfers.letter.addressee", { place: transfer.otherPlace })}</p>
      <p className={styles.indented}>
        {t("transfers.letter.body", {
          name: letter.name,
          sex: letter.sex === null ? blank : t(`common.${letter.sex}`),
          birthDate: letter.birthDate ?? blank,
          idNumber: letter.idNumber ?? blank,
          organ: letter.orderOrgan ?? blank,
          orderNumber: letter.orderNumber ?? blank,
          measure: labelOf(MEASURES, transfer.measure),
          reportedOn: letter.reportedOn ?? blank,
          station,
          reason: transfer.reason,
        })}
      </p>
      {letter.termEndOn !== null && (
        <p className={styles.indented}>
          {t("transfers.letter.term", {
            day: letter.printedOn,
            served: letter.servedDays,
            stopped: letter.stoppedDays,
            end: letter.termEndOn,
          })}
        </p>
      )}
      <p className={styles.indented}>{t("transfers.letter.duty", { within: letter.reportWithin })}</p>
      <p className={styles.sign}>
        {station}
        {t("transfers.letter.sign")}
        <br />
        {transfer.sentOn ?? t("transfers.letter.date")}
      </p>
      <h2>{t("transfers.letter.list")}</h2>
      <Materials letter={letter} />
      <section className={styles.together} aria-label={t("transfers.letter.receiptTitle")}>
        <hr className={styles.cut} />
        <h2>{t("transfers.letter.receiptTitle")}</h2>
        <p className={styles.indented}>
          {t("transfers.letter.receiptBody", {
            station,
            name: letter.name,
            count: transfer.materials.length,
          })}
        </p>
        <p className={styles.sign}>
          {t("transfers.letter.signer")}
          {blank}
          {blank}
          {t("transfers.letter.sign")}
          <br />
          {t("transfers.letter.date")}
        </p>
      </section>
    </Paper>
  );
}

function Materials({ letter }: { readonly letter: TransferLetter }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const counts: Readonly<Record<string, number>> = {
    test_records: letter.counts.tests,
    visit_records: letter.counts.visits,
  };
  return (
    <table className={classNames(styles.table, own.list)}>
      <thead>
        <tr>
          <th scope="col">{t("transfers.letter.no")}</th>
          <th scope="col">{t("transfers.letter.material")}</th>
          <th scope="col">{t("transfers.letter.pages")}</th>
          <th scope="col">{t("transfers.letter.note")}</th>
        </tr>
      </thead>
      <tbody>
        {letter.transfer.materials.map((material, index) => (
          <tr key={material}>
            <td>{index + 1}</td>
            <td>{labelOf(TRANSFER_MATERIALS, material)}</td>
            <td />
            <td>
              {counts[material] === undefined ? "" : t("enrollees.file.times", { count: counts[material] })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export { TransferLetterPage as Component };
