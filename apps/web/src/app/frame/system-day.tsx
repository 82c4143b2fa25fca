import { CalendarOutlined } from "@ant-design/icons";
import { sessionEndpoints } from "@rehab/schema/session";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Popover, Typography } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../api/query.ts";
import { useSession } from "../../api/session.ts";
import { dayText } from "../../lib/day-text.ts";
import { DayInput } from "../../ui/day-input.tsx";
import styles from "./frame.module.css";

/** The day that the system believes it is. In training an administrator can move it. */
export function SystemDay({ narrow }: { readonly narrow: boolean }) {
  const { t } = useTranslation();
  const { session, ability } = useSession();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState<string | null>(session.today);

  const setClock = useAction(sessionEndpoints.setClock, {
    onDone: ({ today }) => {
      setOpen(false);
      void message.success(t("frame.clockMoved", { day: dayText(today) }));
      // Every figure on every page depends on the day.
      void client.invalidateQueries();
    },
  });

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
        <div style={{ width: 260 }}>
          <Typography.Paragraph type="secondary">{t("frame.moveClockHelp")}</Typography.Paragraph>
          <div style={{ display: "flex", gap: 8 }}>
            <DayInput value={day} onChange={setDay} label={t("frame.moveClock")} />
            <Button
              type="primary"
              loading={setClock.isPending}
              disabled={day === null || day === session.today}
              onClick={() => {
                if (day !== null) setClock.mutate({ body: { today: day } });
              }}
            >
              {t("common.confirm")}
            </Button>
          </div>
        </div>
      }
    >
      <button type="button" className={styles.barButton} aria-label={`${t("frame.moveClock")} ${text}`}>
        <CalendarOutlined /> {text}
      </button>
    </Popover>
  );
}
