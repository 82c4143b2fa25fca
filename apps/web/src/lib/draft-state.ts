import { useState } from "react";

/**
 * What was typed and is not saved yet: it survives a reload and ends with the tab. Ids and codes only, no names.
 * Everybody who signs in has drafts of their own.
 */
export function useDraftState<T>(key: string, initial: T): [T, (value: T) => void, () => void] {
  const [value, setValue] = useState<T>(() => read(key, initial));
  const keep = (next: T) => {
    setValue(next);
    sessionStorage.setItem(key, JSON.stringify(next));
  };
  const discard = () => {
    setValue(initial);
    sessionStorage.removeItem(key);
  };
  return [value, keep, discard];
}

function read<T>(key: string, initial: T): T {
  const text = sessionStorage.getItem(key);
  if (text === null) return initial;
  try {
    return { ...initial, ...(JSON.parse(text) as T) };
  } catch {
    return initial;
  }
}
