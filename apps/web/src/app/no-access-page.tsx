import { roles } from "@rehab/schema/access/role";
import { Result } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "../api/session.ts";
import { paths } from "../lib/paths.ts";

export function NoAccessPage() {
  const { t } = useTranslation();
  const { session } = useSession();
  const own = roles.filter((role) => session.account.roles.includes(role.code)).map((role) => role.zh);
  return (
    <Result
      status="403"
      title={<h1 style={{ fontSize: 20 }}>{t("problems.noAccessTitle")}</h1>}
      subTitle={t("problems.noAccessHelp", { roles: own.join("、") })}
      extra={<Link to={paths.home}>{t("problems.toHome")}</Link>}
    />
  );
}
