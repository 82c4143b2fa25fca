import { Result } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { paths } from "../lib/paths.ts";

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Result
      status="404"
      title={<h1 style={{ fontSize: 20 }}>{t("problems.notFoundTitle")}</h1>}
      subTitle={t("problems.notFoundHelp")}
      extra={<Link to={paths.home}>{t("problems.toHome")}</Link>}
    />
  );
}
