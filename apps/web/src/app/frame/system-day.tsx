import { CalendarOutlined } from "@ant-design/icons";
import { Popover, Skeleton } from "antd";
import dayjs from "dayjs";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../api/session.ts";
import { dayText } from "../../lib/day-text.ts";
import styles from "./frame.module.css";

const MoveClock = lazy(() => import("./move-clock.tsx"));

/** The day that the system believes it is. In training an administrator can move it. */
export function SystemDay({ narrow }: { readonly narrow: boolean }) {
  const { t } = useTranslation();
  const { session, ability } = useSession();
  const [open, setOpen] = useState(false);

  const text = narrow ? dayjs(session.today).format("M-DD ddd") : dayText(session.today);
  if (session.mode !== "training" || !ability.can("update", "Clock")) {
    return (
      <span className={styles.today}>
        <span className="visually-hidden">{t("frame.today")} </span>
        {text}
      </span>
    );
  }

  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      title={t("frame.moveClock")}
      content={
        <Suspense fallback={<Skeleton active paragraph={{ rows: 2 }} title={false} style={{ width: 260 }} />}>
          <MoveClock onMoved={() => setOpen(false)} />
        </Suspense>
      }
    >
      <button type="button" className={styles.barButton} aria-label={`${t("frame.moveClock")} ${text}`}>
        <CalendarOutlined /> {text}
      </button>
    </Popover>
  );
}
