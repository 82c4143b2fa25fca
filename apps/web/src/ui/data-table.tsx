import { Table } from "antd";
import type { TableProps } from "antd";
import type { ComponentRef, KeyboardEvent, ReactNode } from "react";
import { useEffect, useRef } from "react";
import { classNames } from "../lib/class-names.ts";
import { usePrinting } from "../lib/printing.ts";
import styles from "./data-table.module.css";

interface DataTableProps<Row extends object> extends Pick<
  TableProps<Row>,
  "columns" | "loading" | "onChange" | "summary" | "expandable" | "rowClassName"
> {
  readonly label: string;
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly compact?: boolean;
  readonly empty?: ReactNode;
  /** Keeps the headings in sight below the top bar while the page scrolls. */
  readonly sticky?: boolean;
  readonly minWidth?: number;
}

/** Wider than this does not fit an upright sheet. */
const ACROSS = 1000;

/**
 * A table for reading: rows of 40 px, headings that stay. With `onOpen`, arrow keys walk the rows and Enter
 * opens one; a click does too.
 */
export function DataTable<Row extends object>({
  label,
  rows,
  rowKey,
  onOpen,
  compact = false,
  empty,
  sticky = false,
  minWidth,
  ...rest
}: DataTableProps<Row>) {
  const isPrinting = usePrinting();
  const table = useRef<ComponentRef<typeof Table>>(null);
  useEffect(() => stopAtOverflow(table.current?.nativeElement), []);

  return (
    <Table<Row>
      {...rest}
      ref={table}
      className={classNames(
        styles.table,
        sticky && styles.sticky,
        minWidth !== undefined && minWidth >= ACROSS && "wide-table",
      )}
      aria-label={label}
      dataSource={rows === undefined ? [] : [...rows]}
      rowKey={rowKey}
      size={compact ? "small" : "middle"}
      pagination={false}
      showSorterTooltip={false}
      {...(sticky && !isPrinting && { sticky: { offsetHeader: 48 } })}
      {...(minWidth !== undefined && !isPrinting && { scroll: { x: minWidth } })}
      {...(empty !== undefined && { locale: { emptyText: empty } })}
      {...(onOpen && {
        onRow: (row) => ({
          tabIndex: 0,
          className: styles.openable,
          onClick: (event) => {
            if (!isControl(event.target)) onOpen(row);
          },
          onKeyDown: (event) => {
            if (event.target !== event.currentTarget) return;
            if (event.key === "Enter") onOpen(row);
            else walkRows(event);
          },
        }),
      })}
    />
  );
}

/** Lets the keyboard scroll a table that is wider than its place. Answers how to stop watching. */
function stopAtOverflow(table: HTMLElement | undefined): (() => void) | undefined {
  const scrolling = table?.querySelector(".ant-table-content, .ant-table-body");
  if (!(scrolling instanceof HTMLElement)) return undefined;
  const observer = new ResizeObserver(() => {
    if (scrolling.scrollWidth > scrolling.clientWidth) scrolling.tabIndex = 0;
    else scrolling.removeAttribute("tabindex");
  });
  observer.observe(scrolling);
  return () => observer.disconnect();
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest("a, button, input, label") !== null;
}

function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const row = event.currentTarget;
  const next =
    event.key === "ArrowDown"
      ? row.nextElementSibling
      : event.key === "ArrowUp"
        ? row.previousElementSibling
        : null;
  if (!(next instanceof HTMLElement) || next.tabIndex < 0) return;
  event.preventDefault();
  next.focus();
}
