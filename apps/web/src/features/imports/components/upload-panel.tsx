import { DeleteOutlined } from "@ant-design/icons";
import { importsEndpoints } from "@rehab/schema/imports";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useAction } from "../../../api/query.ts";
import type { NamedFile } from "../../../lib/dropped-files.ts";
import { paths } from "../../../lib/paths.ts";
import { FileDrop } from "../../../ui/file-drop.tsx";
import styles from "./upload-panel.module.css";

const SPREADSHEET = /\.(xlsx|xls|csv)$/iu;
const LARGEST = 20 * 1024 * 1024;

/** Chooses the files of one batch and sends them off to the dry run. */
export function UploadPanel() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [files, setFiles] = useState<readonly NamedFile[]>([]);
  const [ignored, setIgnored] = useState<readonly string[]>([]);
  const upload = useAction(importsEndpoints.upload, {
    quiet: true,
    invalidates: [importsEndpoints.list],
    onDone: ({ id }) => void navigate(paths.importBatch(id)),
  });

  const add = (added: readonly NamedFile[]) => {
    const usable = added.filter(({ path }) => SPREADSHEET.test(path) && !isLockFile(path));
    setIgnored(added.filter((file) => !usable.includes(file)).map(({ path }) => path));
    const names = new Set(usable.map(({ path }) => path));
    setFiles([...files.filter(({ path }) => !names.has(path)), ...usable]);
  };
  const send = () => {
    const form = new FormData();
    for (const { path, file } of files) form.append("files", file, path);
    upload.mutate({ form });
  };
  const tooLarge = files.filter(({ file }) => file.size > LARGEST);

  return (
    <section aria-label={t("imports.upload")}>
      <FileDrop
        label={t("imports.drop")}
        help={t("imports.dropHelp")}
        accept=".xlsx,.xls,.csv"
        onFiles={add}
      />
      <ProblemAlert error={upload.error} />
      {ignored.length > 0 && (
        <Alert
          type="info"
          showIcon
          style={{ marginTop: 8 }}
          title={t("imports.ignored", { count: ignored.length, names: ignored.slice(0, 5).join("、") })}
        />
      )}
      {files.length > 0 && (
        <div className={styles.chosen}>
          <ul className={styles.files} aria-label={t("imports.chosen")}>
            {files.map((named) => (
              <li key={named.path}>
                <span className={styles.name}>{named.path}</span>
                <span className={styles.soft}>{sizeText(named.file.size)}</span>
                {named.file.size > LARGEST && <span className={styles.bad}>{t("imports.tooLarge")}</span>}
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={t("imports.remove", { name: named.path })}
                  onClick={() => setFiles(files.filter((file) => file !== named))}
                />
              </li>
            ))}
          </ul>
          <div className={styles.actions}>
            <Button type="primary" loading={upload.isPending} disabled={tooLarge.length > 0} onClick={send}>
              {t("imports.send", { count: files.length })}
            </Button>
            <Button disabled={upload.isPending} onClick={() => setFiles([])}>
              {t("imports.clear")}
            </Button>
            <span className={styles.soft}>
              {t(tooLarge.length > 0 ? "imports.tooLargeHelp" : "imports.sendHelp")}
            </span>
          </div>
        </div>
      )}
    </section>
  );
}

/** `~$花名册.xlsx`: left behind by the office program while the file is open. */
function isLockFile(path: string): boolean {
  return (path.split("/").at(-1) ?? "").startsWith("~$");
}

function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
