import { useTranslation } from "react-i18next";

function HomePage() {
  const { t } = useTranslation();
  return <h1>{t("frame.page.home")}</h1>;
}

export { HomePage as Component };
