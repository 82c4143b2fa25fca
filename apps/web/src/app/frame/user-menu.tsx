import { DownOutlined, UserOutlined } from "@ant-design/icons";
import { sessionEndpoints } from "@rehab/schema/session";
import { Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../api/query.ts";
import { useSession } from "../../api/session.ts";
import { switchLanguage } from "../../messages/language.ts";
import { ChangePasswordDialog } from "./change-password-dialog.tsx";
import styles from "./frame.module.css";
import { leaveToSignIn } from "./leave-to-sign-in.ts";

/** Who I am and where; password, language and signing out. */
export function UserMenu({ narrow }: { readonly narrow: boolean }) {
  const { t, i18n } = useTranslation();
  const { account } = useSession().session;
  const [changing, setChanging] = useState(false);
  const signOut = useAction(sessionEndpoints.end, { onDone: leaveToSignIn });
  const signOutEverywhere = useAction(sessionEndpoints.endEverywhere, { onDone: leaveToSignIn });
  const place = account.stationName ?? t("frame.bureauStaff");

  const items = [
    { key: "who", label: `${account.displayName} · ${place}`, disabled: true },
    { type: "divider" as const },
    { key: "password", label: t("frame.changePassword"), onClick: () => setChanging(true) },
    {
      key: "language",
      label: t("frame.language"),
      onClick: () => void switchLanguage(i18n.language === "en" ? "zh-CN" : "en"),
    },
    { type: "divider" as const },
    { key: "everywhere", label: t("frame.signOutEverywhere"), onClick: () => signOutEverywhere.mutate({}) },
    { key: "out", label: t("frame.signOut"), onClick: () => signOut.mutate({}) },
  ];

  return (
    <>
      <Dropdown menu={{ items }} trigger={["click"]}>
        <button
          type="button"
          className={styles.barButton}
          {...(narrow && { "aria-label": `${t("frame.account")} ${account.displayName}` })}
        >
          <UserOutlined />
          {!narrow && (
            <>
              {account.displayName}
              <span className={styles.resultNote}>{place}</span>
              <DownOutlined style={{ fontSize: 10 }} />
            </>
          )}
        </button>
      </Dropdown>
      <ChangePasswordDialog
        open={changing || account.mustChangePassword}
        forced={account.mustChangePassword}
        onClose={() => setChanging(false)}
      />
    </>
  );
}
