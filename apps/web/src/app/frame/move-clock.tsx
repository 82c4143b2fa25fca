import { sessionEndpoints } from "@rehab/schema/session";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Typography } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../api/query.ts";
import { useSession } from "../../api/session.ts";
import { dayText } from "../../lib/day-text.ts";
import { DayInput } from "../../ui/day-input.tsx";

/** Moves the day of the training county. A default export, so that the date picker is loaded only when it is opened. */
export default function MoveClock({ onMoved }: { readonly onMoved: () => void }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [day, setDay] = useState<string | null>(session.today);

  const setClock = useAction(sessionEndpoints.setClock, {
    onDone: ({ today }) => {
      onMoved();
      void message.success(t("frame.clockMoved", { day: dayText(today) }));
      // Every figure on every page depends on the day.
      void client.invalidateQueries();
    },
  });

  return (
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
  );
}
