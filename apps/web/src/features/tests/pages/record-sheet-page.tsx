import { TEST_METHODS, TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import { testsEndpoints } from "@rehab/schema/tests";
import type { RecordSheet } from "@rehab/schema/test-views";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { q } from "../../../api/query.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { paths } from "../../../lib/paths.ts";
import { PaperPage, askedOnce } from "../../../parts/paper-page.tsx";
import { Paper } from "../../../ui/paper.tsx";
import styles from "../../../ui/paper.module.css";

/** 吸毒检测记录表 as it lies in the paper file, on A4. */
function RecordSheetPage() {
  const { t } = useTranslation();
  const id = useParams()["id"] ?? "";
  const asked = useQuery({ ...q(testsEndpoints.sheet, { params: { id } }), ...askedOnce });
  return (
    <PaperPage
      asked={asked}
      back={<Link to={paths.enrolleeTests(id)}>{t("tests.sheet.back")}</Link>}
      elsewhere={<Link to={paths.enrollees}>{t("enrollees.file.back")}</Link>}
      note={t("tests.sheet.recorded")}
    >
      {(sheet) => <Sheet sheet={sheet} />}
    </PaperPage>
  );
}

function Sheet({ sheet }: { readonly sheet: RecordSheet }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (
    <Paper>
      <h1>{t("tests.sheet.title")}</h1>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t("tests.sheet.title")}>
        <table className={styles.table}>
          <tbody>
            <tr>
              <th scope="row">{t("tests.sheet.name")}</th>
              <td>{sheet.name}</td>
              <th scope="row">{t("tests.sheet.sex")}</th>
              <td>{sheet.sex === null ? "" : t(`common.${sheet.sex}`)}</td>
              <th scope="row">{t("tests.sheet.idNumber")}</th>
              <td>{sheet.idNumber}</td>
            </tr>
            <tr>
              <th scope="row">{t("tests.sheet.address")}</th>
              <td colSpan={3}>{sheet.address}</td>
              <th scope="row">{t("tests.sheet.phone")}</th>
              <td>{sheet.phone}</td>
            </tr>
          </tbody>
        </table>
        <table className={styles.table} aria-label={t("tests.sheet.title")}>
          <thead>
            <tr>
              {(["number", "on", "place", "method", "result", "testers", "note"] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`tests.sheet.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.tests.map((test, index) => (
              <tr key={`${test.on}-${test.method}-${test.place}`}>
                <td>{index + 1}</td>
                <td>{test.on}</td>
                <td>{test.place}</td>
                <td>{labelOf(TEST_METHODS, test.method)}</td>
                <td>{labelOf(TEST_RESULTS, test.result)}</td>
                <td>{test.testers}</td>
                <td>{test.note}</td>
              </tr>
            ))}
            {sheet.tests.length === 0 && (
              <tr>
                <td colSpan={7}>{t("tests.sheet.none")}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <p className={styles.sign}>{sheet.stationName}</p>
    </Paper>
  );
}

export { RecordSheetPage as Component };
