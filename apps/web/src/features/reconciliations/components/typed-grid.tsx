import { DeleteOutlined } from "@ant-design/icons";
import type { TypedRow } from "@rehab/schema/reconciliations";
import { Button, Input } from "antd";
import { useRef } from "react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { isBlank, pasteInto, typedColumns, withBlankRow } from "../typed-lines.ts";
import type { TypedField, TypedLine } from "../typed-lines.ts";
import styles from "./typed-grid.module.css";

interface TypedGridProps {
  readonly rows: readonly TypedLine[];
  readonly onChange: (rows: readonly TypedLine[]) => void;
  readonly onSend: (rows: TypedRow[]) => void;
  readonly pending: boolean;
}

/** A list typed from paper: Enter goes on to the next cell, arrow keys up and down, a copied table can be pasted. */
export function TypedGrid({ rows, onChange, onSend, pending }: TypedGridProps) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const shown = withBlankRow(rows);
  const filled = shown.filter((row) => !isBlank(row));

  const focus = (row: number, column: number) => {
    const cell = table.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`);
    cell?.focus();
    cell?.select();
  };
  const put = (at: number, field: TypedField, text: string) =>
    onChange(
      withBlankRow(
        shown.map((row, index) =>
          index === at ? { ...row, values: { ...row.values, [field]: text } } : row,
        ),
      ),
    );
  const move = (event: KeyboardEvent, row: number, column: number) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
    else if (event.key === "Enter") {
      const isLast = column === typedColumns.length - 1;
      focus(isLast ? row + 1 : row, isLast ? 0 : column + 1);
    } else if (event.key === "ArrowDown") focus(row + 1, column);
    else if (event.key === "ArrowUp") focus(row - 1, column);
    else return;
    event.preventDefault();
  };
  const send = () => {
    if (filled.length > 0) onSend(filled.map(({ values }) => ({ ...values })));
  };

  return (
    <div className={styles.grid}>
      {/* The keyboard scrolls a table that is wider than its place. */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t("reconciliations.typedTable")}>
        <table ref={table} className={styles.table} aria-label={t("reconciliations.typedTable")}>
          <thead>
            <tr>
              <th scope="col">{t("reconciliations.sequence")}</th>
              {typedColumns.map(({ field, width }) => (
                <th key={field} scope="col" style={{ minWidth: width }}>
                  {t(`reconciliations.typed.${field}`)}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{t("reconciliations.removeRow")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row, at) => (
              <tr key={row.key}>
                <th scope="row">{at + 1}</th>
                {typedColumns.map(({ field }, column) => (
                  <td key={field}>
                    <Input
                      variant="borderless"
                      autoComplete="off"
                      maxLength={field === "residence" ? 200 : 80}
                      value={row.values[field] ?? ""}
                      data-cell={`${at}:${column}`}
                      aria-label={`${t(`reconciliations.typed.${field}`)} ${at + 1}`}
                      onChange={(event) => put(at, field, event.target.value)}
                      onKeyDown={(event) => move(event, at, column)}
                      onPaste={(event) => {
                        const text = event.clipboardData.getData("text");
                        if (!/[\t\n]/u.test(text)) return;
                        event.preventDefault();
                        onChange(pasteInto(shown, { row: at, column }, text));
                      }}
                    />
                  </td>
                ))}
                <td>
                  {!isBlank(row) && (
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined />}
                      aria-label={t("reconciliations.removeRowOf", { row: at + 1 })}
                      onClick={() => onChange(shown.filter((each) => each !== row))}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.foot}>
        <Button type="primary" loading={pending} disabled={filled.length === 0} onClick={send}>
          {t("reconciliations.compareTyped", { count: filled.length })}
        </Button>
        <span className={styles.soft}>
          {t(filled.length === 0 ? "reconciliations.typeFirst" : "reconciliations.gridKeys")}
        </span>
      </div>
    </div>
  );
}
