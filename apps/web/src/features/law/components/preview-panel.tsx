import { LAW_EFFECTS } from "@rehab/domain/law/law";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { VersionPreview } from "@rehab/schema/law";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { paths } from "../../../lib/paths.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import styles from "../pages/law-page.module.css";

/** Whom a version touches before it is saved: counts for everybody, people for those who may see them. */
export function PreviewPanel({ preview }: { readonly preview: VersionPreview }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { affected, unaffected, groups, people } = preview;
  return (
    <>
      <h3>{t("law.previewTitle")}</h3>
      <p>
        <strong>
          {affected === 0
            ? t("law.previewNone")
            : t("law.previewSome", { count: affected, others: unaffected })}
        </strong>
      </p>
      <p className={styles.soft}>{t("law.previewCompared")}</p>
      {affected > 0 && (
        <div className={styles.columns}>
          <DataTable
            compact
            label={t("law.previewTitle")}
            rows={groups}
            rowKey={({ stationName, measure }) => `${stationName} ${measure}`}
            columns={[
              { key: "station", title: t("law.station"), dataIndex: "stationName" },
              {
                key: "measure",
                title: t("law.measure"),
                render: (_, { measure }) => labelOf(MEASURES, measure),
              },
              { key: "people", title: t("law.count"), dataIndex: "people", align: "right", width: 80 },
            ]}
          />
          {people === null ? (
            <p className={styles.soft}>{t("law.previewNames")}</p>
          ) : (
            <People people={people} />
          )}
        </div>
      )}
    </>
  );
}

type People = NonNullable<VersionPreview["people"]>;

function People({ people }: { readonly people: People }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const word = (value: string) => (value === "" ? t("law.nothing") : value);
  return (
    <DataTable<People[number]>
      compact
      label={t("law.person")}
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "person",
          title: t("law.person"),
          width: 130,
          render: (_, { id, maskedName, stationName }) => (
            <div className={styles.rule}>
              <Link to={paths.enrollee(id)}>{maskedName}</Link>
              <span className={styles.soft}>{stationName}</span>
            </div>
          ),
        },
        {
          key: "changes",
          title: t("law.changes"),
          render: (_, { effects }) => (
            <div className={styles.lines}>
              {effects.map(({ code, before, after }) => (
                <p key={code}>
                  {labelOf(LAW_EFFECTS, code)}
                  {before !== after && `：${word(before)} → ${word(after)}`}
                </p>
              ))}
            </div>
          ),
        },
      ]}
    />
  );
}
