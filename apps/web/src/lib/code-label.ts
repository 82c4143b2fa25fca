import type { CodeEntry } from "@rehab/domain/code-list";
import { useTranslation } from "react-i18next";

/** The word for a code of one of the domain's code lists. English says the code itself. */
export function useCodeLabel(): (list: readonly CodeEntry[], code: string) => string {
  const { i18n } = useTranslation();
  const english = i18n.language === "en";
  return (list, code) => {
    const chinese = english ? undefined : list.find((entry) => entry.code === code)?.zh;
    return chinese ?? inWords(code);
  };
}

function inWords(code: string): string {
  const words = code.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
