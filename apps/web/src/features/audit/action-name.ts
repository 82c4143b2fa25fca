import { endpoints } from "@rehab/schema/endpoints";
import { useTranslation } from "react-i18next";

/** The action of an audit entry in words; actions that have none are shown by their code. */
export function useActionName(): (action: string) => string {
  const { t, i18n } = useTranslation();
  return (action) => {
    const key = `audit.actions.${action}`;
    if (i18n.exists(key)) return t(key as "audit.actions.session.start");
    return endpoints.find(({ name }) => name === action)?.summary ?? action;
  };
}

/** What kind of record an entry is about, in words. */
export function useSubjectName(): (subjectType: string) => string {
  const { t, i18n } = useTranslation();
  return (subjectType) => {
    const key = `audit.subjects.${subjectType}`;
    return i18n.exists(key) ? t(key as "audit.subjects.account") : subjectType;
  };
}
