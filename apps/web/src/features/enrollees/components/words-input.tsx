import { SearchOutlined } from "@ant-design/icons";
import { Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

interface WordsInputProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
}

const PAUSE = 350;

/** The register's search box: searches when typing pauses, at once with Enter. */
export function WordsInput({ words, onWords }: WordsInputProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(words);
  const [seen, setSeen] = useState(words);

  // The words were changed elsewhere: by a chip or by the search over all pages.
  if (words !== seen) {
    setSeen(words);
    setTyped(words);
  }

  useEffect(() => {
    if (typed.trim() === words) return undefined;
    const timer = setTimeout(() => onWords(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  });

  return (
    <Input
      type="search"
      prefix={<SearchOutlined />}
      aria-label={t("enrollees.searchLabel")}
      placeholder={t("enrollees.searchPlaceholder")}
      autoComplete="off"
      spellCheck={false}
      allowClear
      maxLength={60}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={(event) => {
        if (!event.nativeEvent.isComposing) onWords(typed.trim());
      }}
      style={{ maxWidth: 420, minWidth: 220, flex: 1 }}
    />
  );
}
