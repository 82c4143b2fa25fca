import { SearchOutlined } from "@ant-design/icons";
import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import { useQuery } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useDeferredValue, useId, useState } from "react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { q } from "../../api/query.ts";
import { allows, useSession } from "../../api/session.ts";
import { paths } from "../../lib/paths.ts";
import { useSettled } from "../../lib/settled.ts";
import { sections } from "../sections.ts";
import { classNames } from "../../lib/class-names.ts";
import styles from "./frame.module.css";

interface SearchDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

interface Hit {
  readonly key: string;
  readonly group: "pages" | "people" | "all";
  readonly text: string;
  readonly note: string;
  readonly go: () => void;
}

/** Finds pages by name and people by name or number. The words never become part of an address. */
export function SearchDialog({ open, onClose }: SearchDialogProps) {
  const { t } = useTranslation();
  const { ability } = useSession();
  const navigate = useNavigate();
  const listId = useId();
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState(0);
  const settled = useSettled(words.trim(), 250);
  const seesPeople = ability.can("list", "CaseFile");

  const people = useQuery({
    ...q(enrolleesEndpoints.search, { body: { q: settled, limit: 6, standing: "all" } }),
    enabled: open && seesPeople && settled.length >= 2,
    gcTime: 0,
  });

  const close = () => {
    setWords("");
    setChosen(0);
    onClose();
  };

  const pageHits: Hit[] = sections
    .filter((section) => allows(ability, section.access))
    .filter((section) => words !== "" && t(`frame.page.${section.key}`).includes(words.trim()))
    .map((section) => ({
      key: section.key,
      group: "pages",
      text: t(`frame.page.${section.key}`),
      note: t(`frame.group.${section.group}`),
      go: () => void navigate(section.path),
    }));
  const found = settled.length >= 2 ? (people.data?.rows ?? []) : [];
  const peopleHits: Hit[] = found.map((row) => ({
    key: row.id,
    group: "people",
    text: `${row.maskedName}　${row.maskedIdNumber ?? ""}`,
    note: [row.stationName, row.townshipName].filter(Boolean).join(" · "),
    go: () => void navigate(paths.enrollee(row.id)),
  }));
  const everyone: Hit[] =
    seesPeople && words.trim() !== ""
      ? [
          {
            key: "all",
            group: "all",
            text: t("frame.searchAll", { words: words.trim() }),
            note: "",
            go: () => void navigate(paths.enrollees, { state: { words: words.trim() } }),
          },
        ]
      : [];
  const hits = useDeferredValue([...pageHits, ...peopleHits, ...everyone]);
  const here = Math.min(chosen, hits.length - 1);

  const openHit = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    hit.go();
    close();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setChosen(Math.min(here + 1, hits.length - 1));
    else if (event.key === "ArrowUp") setChosen(Math.max(here - 1, 0));
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) openHit(hits[here]);
    else return;
    event.preventDefault();
  };

  return (
    <Modal
      open={open}
      onCancel={close}
      footer={null}
      closable={false}
      title={t("frame.search")}
      width={560}
      destroyOnHidden
    >
      <Input
        autoFocus
        size="large"
        prefix={<SearchOutlined />}
        placeholder={t("frame.searchPlaceholder")}
        aria-label={t("frame.search")}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={hits[here] ? `${listId}-${hits[here].key}` : undefined}
        autoComplete="off"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={t("frame.search")} className={styles.results}>
        {hits.map((hit, index) => (
          <li
            key={hit.key}
            id={`${listId}-${hit.key}`}
            role="option"
            aria-selected={index === here}
            className={classNames(styles.result, index === here && styles.resultHere)}
            onMouseMove={() => setChosen(index)}
            onClick={() => openHit(hit)}
          >
            <span>{hit.text}</span>
            <span className={styles.resultNote}>{hit.note}</span>
          </li>
        ))}
      </ul>
      <p className={styles.hint} role="status">
        {people.isSuccess && found.length === 0 && settled.length >= 2
          ? t("frame.searchNothing")
          : t("frame.searchHint")}
      </p>
    </Modal>
  );
}
