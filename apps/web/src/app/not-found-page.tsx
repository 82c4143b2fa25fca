import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { paths } from "../lib/paths.ts";
import { NoticePage } from "../ui/notice-page.tsx";

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <NoticePage
      title={t("problems.notFoundTitle")}
      help={t("problems.notFoundHelp")}
      action={<Link to={paths.home}>{t("problems.toHome")}</Link>}
    />
  );
}
