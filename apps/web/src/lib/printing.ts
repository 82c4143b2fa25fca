import { Grid } from "antd";
import { useSyncExternalStore } from "react";

let isPrinting = false;

/** Browsers tell of printing by events; a page shown as it will print is told by the medium alone. */
function watch(changed: () => void): () => void {
  const medium = window.matchMedia("print");
  const set = (printing: boolean) => {
    isPrinting = printing;
    changed();
  };
  const before = () => set(true);
  const after = () => set(medium.matches);
  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);
  medium.addEventListener("change", after);
  return () => {
    window.removeEventListener("beforeprint", before);
    window.removeEventListener("afterprint", after);
    medium.removeEventListener("change", after);
  };
}

/** Whether the page is being printed: what only the style sheet cannot change follows this. */
export function usePrinting(): boolean {
  return useSyncExternalStore(watch, () => isPrinting);
}

/** Whether the page has a phone's width. Paper is as narrow, but is laid out as on the office's screen. */
export function useNarrow(): boolean {
  const isPhone = Grid.useBreakpoint().md === false;
  return !usePrinting() && isPhone;
}
