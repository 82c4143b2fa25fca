import { InboxOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef, useState } from "react";
import type { DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "../lib/class-names.ts";
import { filesOfDrop, filesOfInput } from "../lib/dropped-files.ts";
import type { NamedFile } from "../lib/dropped-files.ts";
import styles from "./file-drop.module.css";

interface FileDropProps {
  readonly label: string;
  readonly help: string;
  readonly accept: string;
  readonly onFiles: (files: NamedFile[]) => void;
}

/** Takes files or a whole folder, dragged or chosen. */
export function FileDrop({ label, help, accept, onFiles }: FileDropProps) {
  const { t } = useTranslation();
  const filesRef = useRef<HTMLInputElement>(null);
  const folderRef = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles(await filesOfDrop(event.dataTransfer));
  };
  const input = (ref: typeof filesRef, folder: boolean) => (
    <input
      ref={ref}
      type="file"
      hidden
      multiple
      aria-label={t(folder ? "common.chooseFolder" : "common.chooseFiles")}
      {...(folder ? { webkitdirectory: "" } : { accept })}
      onChange={(event) => {
        onFiles(filesOfInput(event.target));
        event.target.value = "";
      }}
    />
  );

  return (
    <div
      role="group"
      aria-label={label}
      className={classNames(styles.drop, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <InboxOutlined className={styles.icon ?? ""} aria-hidden />
      <div className={styles.words}>
        <strong>{label}</strong>
        <span>{help}</span>
      </div>
      <div className={styles.buttons}>
        <Button onClick={() => filesRef.current?.click()}>{t("common.chooseFiles")}</Button>
        <Button onClick={() => folderRef.current?.click()}>{t("common.chooseFolder")}</Button>
      </div>
      {input(filesRef, false)}
      {input(folderRef, true)}
    </div>
  );
}
