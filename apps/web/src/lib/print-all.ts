import { useEffect, useEffectEvent, useState } from "react";

/** A list of more rows than these prints what is shown, and says so. */
const MOST_ROWS = 1000;

interface PagedList {
  /** How many rows the filter finds; undefined while nobody knows. */
  readonly total: { readonly count: number; readonly exact: boolean } | undefined;
  readonly more: boolean;
  /** A page, or the names on it, are still on their way. */
  readonly loading: boolean;
  readonly failed: boolean;
  readonly onMore: () => void;
}

interface PrintAll {
  readonly print: () => void;
  /** Loads what is missing before it prints. */
  readonly preparing: boolean;
}

/**
 * Prints a list to its last row: asks for the missing pages, one after the other, and prints once they are there. The
 * browser's own key for printing does the same; its menu cannot wait, so the paper says how much of the list it holds.
 */
export function usePrintAll({ total, more, loading, failed, onMore }: PagedList): PrintAll {
  const [preparing, setPreparing] = useState(false);
  const isShort = total !== undefined && total.exact && total.count <= MOST_ROWS;
  const loadMore = useEffectEvent(() => onMore());
  useEffect(() => {
    if (!preparing || loading) return undefined;
    // The rows that have just come are drawn first.
    const frame = requestAnimationFrame(() => {
      if (more && isShort && !failed) {
        loadMore();
        return;
      }
      setPreparing(false);
      if (!failed) window.print();
    });
    return () => cancelAnimationFrame(frame);
  }, [preparing, loading, more, isShort, failed]);
  const print = () => setPreparing(true);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    if (event.key.toLowerCase() !== "p") return;
    event.preventDefault();
    print();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return { print, preparing };
}
