import { roles } from "@rehab/schema/access/role";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "../api/session.ts";
import { useCodeLabel } from "../lib/code-label.ts";
import { paths } from "../lib/paths.ts";
import { NoticePage } from "../ui/notice-page.tsx";

export function NoAccessPage() {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { account } = useSession().session;
  const own = account.roles.map((role) => labelOf(roles, role)).join("、");
  return (
    <NoticePage
      title={t("problems.noAccessTitle")}
      help={t("problems.noAccessHelp", { roles: own })}
      action={<Link to={paths.home}>{t("problems.toHome")}</Link>}
    />
  );
}
