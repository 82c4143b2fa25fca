import { COMPARED_FIELDS } from "@rehab/domain/handoff/reconciliation-codes";
import type { ComparedField } from "@rehab/domain/handoff/reconciliation-codes";
import type { LineView } from "@rehab/schema/reconciliations";
import { Radio } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { paths } from "../../../lib/paths.ts";
import { fieldsOf, useFieldText } from "../line-labels.ts";
import styles from "./line-sides.module.css";

interface LineSidesProps {
  readonly line: LineView;
  /** Fields in which the list is right. */
  readonly taken: readonly ComparedField[];
  /** Left out where nothing can be chosen. */
  readonly onTake?: (taken: ComparedField[]) => void;
}

/** Both sides field by field, what differs marked, and the people who may be meant. */
export function LineSides({ line, taken, onTake }: LineSidesProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const textOf = useFieldText();
  const differing = new Map(line.differences.map((difference) => [difference.field, difference]));
  const questioned = new Set(line.issues.map(({ field }) => field));

  return (
    <div className={styles.sides}>
      <table className={styles.fields} aria-label={t("reconciliations.fieldByField")}>
        <thead>
          <tr>
            <th scope="col">{t("reconciliations.theirs")}</th>
            <th scope="col">{t("reconciliations.field")}</th>
            <th scope="col">{t("reconciliations.ours")}</th>
          </tr>
        </thead>
        <tbody>
          {fieldsOf(line).map((field) => {
            const difference = differing.get(field);
            const isTaken = taken.includes(field);
            return (
              <tr
                key={field}
                className={classNames(
                  difference !== undefined && styles.differs,
                  questioned.has(field) && styles.questioned,
                )}
              >
                <td className={classNames(isTaken && styles.right)}>{textOf(field, line.theirs?.[field])}</td>
                <th scope="row">
                  <span>{labelOf(COMPARED_FIELDS, field)}</span>
                  {difference !== undefined && difference.refusal !== null && (
                    <small>{difference.refusal}</small>
                  )}
                  {difference !== undefined && difference.refusal === null && onTake !== undefined && (
                    <Radio.Group
                      size="small"
                      aria-label={t("reconciliations.whoIsRight", { field: labelOf(COMPARED_FIELDS, field) })}
                      value={isTaken ? "theirs" : "ours"}
                      optionType="button"
                      options={[
                        { value: "theirs", label: t("reconciliations.takeTheirs") },
                        { value: "ours", label: t("reconciliations.keepOurs") },
                      ]}
                      onChange={({ target }) => {
                        const others = taken.filter((each) => each !== field);
                        onTake(target.value === "theirs" ? [...others, field] : others);
                      }}
                    />
                  )}
                </th>
                <td className={classNames(difference !== undefined && !isTaken && styles.right)}>
                  {textOf(field, line.ours?.side[field])}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {line.issues.length > 0 && (
        <ul className={styles.issues} aria-label={t("reconciliations.issues")}>
          {line.issues.map(({ code, field, text }) => (
            <li key={`${code}${field}`}>{text}</li>
          ))}
        </ul>
      )}
      {line.effect !== null && (
        <p className={styles.soft}>
          {t(line.allowed.length > 0 ? "reconciliations.effect" : "reconciliations.carriedOut", {
            effect: line.effect,
          })}
        </p>
      )}
      {(line.candidates.length > 0 || line.ours !== null) && (
        <ul className={styles.people} aria-label={t("reconciliations.candidates")}>
          {line.ours !== null && (
            <li>
              <Link to={paths.enrollee(line.ours.enrolleeId)} target="_blank">
                {t("reconciliations.openFile")}
              </Link>
            </li>
          )}
          {line.candidates.map(({ enrolleeId, maskedName, maskedIdNumber, about }) => (
            <li key={enrolleeId}>
              {t("reconciliations.maybe")}
              <Link to={paths.enrollee(enrolleeId)} target="_blank">
                {maskedName}
              </Link>{" "}
              {maskedIdNumber ?? t("common.unknown")} <span className={styles.soft}>{about}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
