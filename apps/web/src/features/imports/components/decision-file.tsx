import { UploadOutlined } from "@ant-design/icons";
import { importsEndpoints } from "@rehab/schema/imports";
import type { ImportRow } from "@rehab/schema/imports";
import { App, Button } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../../api/query.ts";
import { matchDecisions, readFolderDecisions } from "../folder-decisions.ts";
import { changedByImports } from "../import-batch.ts";

interface DecisionFileProps {
  readonly batchId: string;
  readonly rows: readonly ImportRow[];
}

/** Takes over decisions that were written down in a file beside the papers (decisions.json). */
export function DecisionFile({ batchId, rows }: DecisionFileProps) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const decide = useAction(importsEndpoints.decide, { invalidates: changedByImports });

  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const decisions = readFolderDecisions(await file.text());
    if (decisions === undefined) {
      void modal.error({ title: t("imports.decisionFileWrong") });
      return;
    }
    const { decisions: matched, unmatched } = matchDecisions(decisions, rows);
    if (matched.length === 0) {
      void modal.info({ title: t("imports.decisionFileNone") });
      return;
    }
    void modal.confirm({
      title: t("imports.decisionFileTitle", { count: matched.length }),
      content: t("imports.decisionFileWhat", { matched: matched.length, unmatched: unmatched.length }),
      onOk: () =>
        decide
          .mutateAsync({ params: { id: batchId }, body: { decisions: [...matched] } })
          .catch(() => undefined),
    });
  };

  return (
    <>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t("imports.decisionFile")}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <Button icon={<UploadOutlined />} loading={decide.isPending} onClick={() => input.current?.click()}>
        {t("imports.decisionFile")}
      </Button>
    </>
  );
}
