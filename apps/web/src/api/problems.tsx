import type { Problem } from "@rehab/schema/problem";
import { Alert, App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { ProblemError, UnreachableError } from "./problem-error.ts";

export interface ProblemText {
  readonly title: string;
  /** What else there is to say: about the whole, or about single entries. */
  readonly details: readonly string[];
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
      const details = [problem.detail ?? [], (problem.errors ?? []).map(({ detail }) => detail)].flat();
      return { title, details, requestId: known ? undefined : requestId };
    }
    const title = error instanceof UnreachableError ? t("problems.unreachable") : t("problems.unexpected");
    return { title, details: [], requestId: undefined };
  };
}

/** Shows a problem as a notice that stays until it is closed. */
export function useProblemNotice(): (error: unknown) => void {
  const { notification } = App.useApp();
  const { t } = useTranslation();
  const textOf = useProblemText();
  return (error) => {
    const { title, details, requestId } = textOf(error);
    const lines =
      requestId === undefined ? details : [...details, t("problems.requestId", { id: requestId })];
    notification.error({
      title,
      description: <Lines lines={lines} />,
      duration: 0,
      role: "alert",
    });
  };
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => <p key={line}>{line}</p>);
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
  const { title, details, requestId } = textOf(error);
  const lines = requestId === undefined ? details : [...details, t("problems.requestId", { id: requestId })];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      style={{ marginBottom: 12 }}
      title={title}
      {...(lines.length > 0 && { description: <Lines lines={lines} /> })}
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
