import type { Endpoint, RequestOf } from "@rehab/schema/endpoint";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useAction } from "../api/query.ts";
import { saveDownload } from "../lib/save-download.ts";

type WordEndpoint = Endpoint & { readonly file: string };

interface WordButtonProps<E extends WordEndpoint> {
  readonly endpoint: E;
  readonly request: RequestOf<E>;
  /** What the button says, where it is not only Word. */
  readonly text?: string;
  /** What is downloaded, in words. */
  readonly label: string;
  readonly onDownloaded: (name: string) => void;
}

/** Downloads a paper as Word. */
export function WordButton<E extends WordEndpoint>(props: WordButtonProps<E>) {
  const { endpoint, request, text, label, onDownloaded } = props;
  const { t } = useTranslation();
  const download = useAction<WordEndpoint>(endpoint, {
    onDone: ({ blob, fileName }) => {
      saveDownload(blob, fileName);
      onDownloaded(fileName);
    },
  });
  return (
    <Button
      type="link"
      size="small"
      loading={download.isPending}
      aria-label={label}
      onClick={() => download.mutate(request)}
    >
      {text ?? t("noShows.document.word")}
    </Button>
  );
}
