import { Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { daysOfLine, spansOf } from "../law-words.ts";
import styles from "../pages/law-page.module.css";

interface ListInputProps<T> {
  // given by the form
  readonly id?: string;
  readonly value?: readonly T[];
  readonly onChange?: (value: readonly T[] | undefined) => void;
}

/** The tests of three years; only numbers that cut a year into equal windows can be chosen. */
export function PlanInput({ id, value: given, onChange }: ListInputProps<number>) {
  const value = given ?? [];
  const { t } = useTranslation();
  const years = [0, 1, 2] as const;
  return (
    <span className={styles.inline}>
      {years.map((index) => (
        <label key={index}>
          {t("law.planYear", { year: index + 1 })}{" "}
          <Select
            {...(index === 0 && id !== undefined && { id })}
            aria-label={t("law.planYear", { year: index + 1 })}
            value={value[index] ?? value.at(-1) ?? null}
            style={{ width: 72 }}
            options={[1, 2, 3, 4, 6, 12].map((tests) => ({ value: tests, label: tests }))}
            onChange={(tests: number) =>
              onChange?.(years.map((each) => (each === index ? tests : (value[each] ?? value.at(-1) ?? 1))))
            }
          />
        </label>
      ))}
    </span>
  );
}

/** Whole numbers as they are written on paper: 60、30、7. */
export function NumberListInput({ id, value, onChange }: ListInputProps<number>) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => (value ?? []).join("、"));
  const numbers = numbersOf(text);
  return (
    <>
      <Input
        {...(id !== undefined && { id })}
        value={text}
        style={{ maxWidth: 320 }}
        onChange={({ target }) => {
          setText(target.value);
          onChange?.(numbersOf(target.value));
        }}
      />
      {numbers === undefined && <p className={styles.wrong}>{t("law.reminderWrong")}</p>}
    </>
  );
}

/** Undefined for text that is anything else. */
function numbersOf(text: string): number[] | undefined {
  const parts = text.split(/[、，,\s]+/u).filter((part) => part !== "");
  return parts.every((part) => /^\d+$/u.test(part)) ? parts.map(Number) : undefined;
}

/** Days as the notices write them, a span a line; a line that is not understood is named and nothing is lost. */
export function DayListInput({
  id,
  value,
  onChange,
  rows,
}: ListInputProps<string> & { readonly rows: number }) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => spansOf(value ?? []).join("\n"));
  const lines = linesOf(text);
  const wrong = lines.findIndex((line) => daysOfLine(line) === undefined);
  return (
    <>
      <Input.TextArea
        {...(id !== undefined && { id })}
        rows={rows}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          const days = linesOf(target.value).map(daysOfLine);
          onChange?.(days.every((line) => line !== undefined) ? days.flat() : undefined);
        }}
      />
      {wrong >= 0 && (
        <p className={styles.wrong} role="alert">
          {t("law.daysWrong", { line: wrong + 1, text: lines[wrong] })}
        </p>
      )}
    </>
  );
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
