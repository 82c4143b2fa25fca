import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import styles from "./frame.module.css";

function subscribe(notify: () => void): () => void {
  window.addEventListener("online", notify);
  window.addEventListener("offline", notify);
  return () => {
    window.removeEventListener("online", notify);
    window.removeEventListener("offline", notify);
  };
}

/** Says that the connection is gone, and that what was typed is not. */
export function OfflineNote() {
  const { t } = useTranslation();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return <div role="status">{!online && <p className={styles.offline}>{t("problems.offline")}</p>}</div>;
}
