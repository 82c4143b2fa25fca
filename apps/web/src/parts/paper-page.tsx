import { Skeleton } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isProblem } from "../api/problem-error.ts";
import { ProblemAlert } from "../api/problems.tsx";
import { NoticePage } from "../ui/notice-page.tsx";
import { PaperTools } from "../ui/paper.tsx";

/** Each making of a paper is recorded: it is asked for once per visit, and nothing is kept after. */
export const askedOnce = { staleTime: Infinity, gcTime: 0 } as const;

interface PaperPageProps<Contents> {
  /** The query of what stands on the paper. */
  readonly asked: {
    readonly data: Contents | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  /** The way back from the paper. */
  readonly back: ReactNode;
  /** The way on where there is no such paper. */
  readonly elsewhere: ReactNode;
  /** That its making was recorded. */
  readonly note: string;
  readonly children: (contents: Contents) => ReactNode;
}

/** One of the office's papers with what stands above it on the screen. */
export function PaperPage<Contents>({ asked, back, elsewhere, note, children }: PaperPageProps<Contents>) {
  const { t } = useTranslation();
  const { data, error, refetch } = asked;
  if (isProblem(error, "not_found") || isProblem(error, "invalid_input")) {
    return (
      <NoticePage
        title={t("enrollees.file.notFound")}
        help={t("enrollees.file.notFoundHelp")}
        action={elsewhere}
      />
    );
  }
  return (
    <>
      <PaperTools back={back} ready={data !== undefined} note={note} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 12 }} />}
      {data !== undefined && children(data)}
    </>
  );
}
