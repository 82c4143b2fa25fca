import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import { config as configureZod } from "zod/v4/core";
import zodChinese from "zod/v4/locales/zh-CN.js";
import { chinese, loadEnglish } from "./messages.ts";

export type Language = "zh-CN" | "en";

/** The texts in the language that is read now; what draws itself anew with them asks `useTranslation`. */
export const messages = createInstance();

const STORAGE_KEY = "language";

/** Starts with the language of `?lang=`, of the last visit, or Chinese. */
export async function startLanguage(): Promise<void> {
  await messages.use(initReactI18next).init({
    lng: "zh-CN",
    resources: { "zh-CN": { translation: chinese } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const wanted = new URLSearchParams(location.search).get("lang") ?? localStorage.getItem(STORAGE_KEY);
  await switchLanguage(wanted === "en" ? "en" : "zh-CN");
}

/** Switches every text, date and validation message. */
export async function switchLanguage(language: Language): Promise<void> {
  if (language === "en" && !messages.hasResourceBundle("en", "translation")) {
    messages.addResourceBundle("en", "translation", await loadEnglish());
  }
  const zodLocale = language === "en" ? (await import("zod/v4/locales/en.js")).default : zodChinese;
  configureZod(zodLocale());
  dayjs.locale(language === "en" ? "en" : "zh-cn");
  document.documentElement.lang = language;
  localStorage.setItem(STORAGE_KEY, language);
  await messages.changeLanguage(language);
}
