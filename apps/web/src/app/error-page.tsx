import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { ProblemError } from "../api/problem-error.ts";
import { useProblemText } from "../api/problems.tsx";
import { NoticePage } from "../ui/notice-page.tsx";

/** What stands in the place of a page that failed. */
export function ErrorPage() {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const error = useRouteError();

  // A page's code is gone from the server after an update.
  const outdated = error instanceof TypeError && error.message.includes("dynamically imported module");
  const title = outdated ? t("problems.newVersion") : t("problems.pageFailed");
  const help = error instanceof ProblemError ? textOf(error).title : t("problems.pageFailedHelp");
  const requestId = error instanceof ProblemError ? error.requestId : undefined;

  return (
    <NoticePage
      title={title}
      help={outdated ? undefined : help}
      action={
        <>
          {requestId !== undefined && <p>{t("problems.requestId", { id: requestId })}</p>}
          <Button type="primary" onClick={() => location.reload()}>
            {t("problems.reload")}
          </Button>
        </>
      }
    />
  );
}
