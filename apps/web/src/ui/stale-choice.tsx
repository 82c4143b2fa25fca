import { Button, Radio } from "antd";
import type { FormInstance } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Stale } from "../lib/stale.ts";
import { StaleFrame } from "./stale-frame.tsx";

export interface StaleField<Values extends object> {
  readonly name: keyof Values & string;
  readonly label: string;
  /** A value in words, where it is not a text already. */
  readonly text?: (value: unknown) => string;
  /** What is saved is shown but cannot be typed: a number that is masked. */
  readonly onlyShown?: boolean;
}

export interface StaleChoiceProps<Values extends object> {
  /** Undefined while nobody else has saved anything. */
  readonly stale: Stale<Values> | undefined;
  readonly form: FormInstance<Values>;
  readonly fields: readonly StaleField<Values>[];
  /** Leaves what the other person saved as it is. */
  readonly onDiscard: () => void;
}

/** What somebody else saved beside what was typed, field by field: either is taken by choosing it. */
export function StaleChoice<Values extends object>({ stale, ...rest }: StaleChoiceProps<Values>) {
  // Another person's saving starts the choice anew.
  return stale === undefined ? null : <Choice key={JSON.stringify(stale.saved)} stale={stale} {...rest} />;
}

type Side = "saved" | "mine";

interface ChoiceProps<Values extends object> extends StaleChoiceProps<Values> {
  readonly stale: Stale<Values>;
}

function Choice<Values extends object>({ stale, form, fields, onDiscard }: ChoiceProps<Values>) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const rows = fields.filter(({ name }) => stale.differing.includes(name));
  const sideOf = (name: keyof Values & string): Side =>
    chosen[name] ?? (stale.adopted.includes(name) ? "saved" : "mine");
  const take = (names: readonly (keyof Values & string)[], side: Side) => {
    const values = Object.fromEntries(names.map((name) => [name, stale[side][name]]));
    form.setFieldsValue(values as Parameters<typeof form.setFieldsValue>[0]);
    setChosen({ ...chosen, ...Object.fromEntries(names.map((name) => [name, side])) });
  };
  const free = rows.filter(({ onlyShown }) => onlyShown !== true).map(({ name }) => name);
  const textOf = ({ text = plainText }: StaleField<Values>, value: unknown) =>
    value === null || value === undefined || value === "" ? t("common.unknown") : text(value);
  const cellOf = (field: StaleField<Values>, side: Side) => {
    const text = textOf(field, stale[side][field.name]);
    if (field.onlyShown === true) return text;
    return (
      <Radio
        checked={sideOf(field.name) === side}
        aria-label={t(`common.stale.take.${side}`, { field: field.label })}
        onChange={() => take([field.name], side)}
      >
        {text}
      </Radio>
    );
  };

  return (
    <StaleFrame
      savedBy={stale.savedBy}
      help={t(rows.length === 0 ? "common.stale.same" : "common.stale.help")}
      rows={rows.map((field) => ({
        key: field.name,
        label: field.label,
        saved: cellOf(field, "saved"),
        mine: cellOf(field, "mine"),
      }))}
      actions={
        free.length > 1 && (
          <>
            <Button size="small" onClick={() => take(free, "saved")}>
              {t("common.stale.allSaved")}
            </Button>
            <Button size="small" onClick={() => take(free, "mine")}>
              {t("common.stale.allMine")}
            </Button>
          </>
        )
      }
      onDiscard={onDiscard}
    />
  );
}

const plainText = (value: unknown) => (Array.isArray(value) ? value.join("、") : String(value));
