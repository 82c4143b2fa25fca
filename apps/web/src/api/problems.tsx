import type { Problem } from "@rehab/schema/problem";
import { Alert, App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { ProblemError, UnreachableError } from "./problem-error.ts";

export interface ProblemText {
  readonly title: string;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
}

/** Words for anything that a call can throw: one funnel for notices, alerts and pages. */
export function useProblemText(): (error: unknown) => ProblemText {
  const { t, i18n } = useTranslation();
  return (error) => {
    if (error instanceof ProblemError) {
      const { problem, requestId } = error;
      const title = i18n.language === "zh-CN" ? problem.title : t(`problems.${problem.code}`);
      const known = problem.status < 500;
      return { title, detail: problem.detail, requestId: known ? undefined : requestId };
    }
    const title = error instanceof UnreachableError ? t("problems.unreachable") : t("problems.unexpected");
    return { title, detail: undefined, requestId: undefined };
  };
}

/** Shows a problem as a notice that stays until it is closed. */
export function useProblemNotice(): (error: unknown) => void {
  const { notification } = App.useApp();
  const { t } = useTranslation();
  const textOf = useProblemText();
  return (error) => {
    const { title, detail, requestId } = textOf(error);
    notification.error({
      title,
      description: [detail, requestId && t("problems.requestId", { id: requestId })]
        .filter(Boolean)
        .join(" "),
      duration: 0,
      role: "alert",
    });
  };
}

interface ProblemAlertProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** A problem in its place in the page, with a way to try again. */
export function ProblemAlert({ error, onRetry }: ProblemAlertProps) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  if (error === null || error === undefined) return null;
  const { title, detail, requestId } = textOf(error);
  const more = [detail, requestId && t("problems.requestId", { id: requestId })].filter(Boolean).join(" ");
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      style={{ marginBottom: 12 }}
      title={title}
      {...(more !== "" && { description: more })}
      {...(onRetry && {
        action: (
          <Button size="small" onClick={onRetry}>
            {t("problems.retry")}
          </Button>
        ),
      })}
    />
  );
}

export interface FieldError {
  readonly name: (string | number)[];
  readonly errors: string[];
}

/** The problem's field errors in the form that a form takes: `/body/roles/0` names the field roles.0. */
export function fieldErrorsOf(problem: Problem): FieldError[] {
  return (problem.errors ?? []).map(({ pointer, detail }) => {
    const steps = pointer.split("/").filter((step) => step !== "" && step !== "body");
    return { name: steps.map((step) => (/^\d+$/u.test(step) ? Number(step) : step)), errors: [detail] };
  });
}
