import { SERVICE_METHODS } from "@rehab/domain/handoff/document-service";
import type { ServiceMethod } from "@rehab/domain/handoff/document-service";
import { Form, Input, Select, Space } from "antd";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../lib/code-label.ts";
import { DayInput } from "./day-input.tsx";
import styles from "./matter.module.css";

export interface ReceiptValues {
  readonly servedOn: string | null;
  readonly method: ServiceMethod;
  readonly place: string;
  readonly receivedBy?: string;
  readonly relation?: string;
  readonly refusal?: string;
  readonly witness?: string;
  readonly servers: readonly string[];
  readonly note: string;
}

/** A form with nothing but who is signed in as one of the two who served it. */
export function emptyReceipt(today: string, displayName: string): ReceiptValues {
  return { servedOn: today, method: "direct", place: "", servers: [displayName, ""], note: "" };
}

/** What the form sends: names that were left empty are none. */
export function receiptOf({ servedOn, servers, ...values }: ReceiptValues) {
  return {
    servedOn: servedOn ?? "",
    servers: servers.map((name) => name.trim()).filter((name) => name !== ""),
    ...values,
  };
}

/** The lines of a 送达回执 as they stand on the paper; which are asked depends on how it was served. */
export function ReceiptFields({ today }: { readonly today: string }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const method = Form.useWatch<ServiceMethod | undefined>("method");
  return (
    <>
      <Form.Item name="method" label={t("noShows.receipt.method")} required>
        <Select
          options={SERVICE_METHODS.map(({ code }) => ({
            value: code,
            label: labelOf(SERVICE_METHODS, code),
          }))}
        />
      </Form.Item>
      <Form.Item name="servedOn" label={t("noShows.receipt.servedOn")} required>
        <DayInput max={today} />
      </Form.Item>
      <Form.Item className={styles.wide ?? ""} name="place" label={t("noShows.receipt.place")} required>
        <Input maxLength={200} />
      </Form.Item>
      {method === "proxy" && (
        <>
          <Form.Item name="receivedBy" label={t("noShows.receipt.receivedBy")} required>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="relation" label={t("noShows.receipt.relation")} required>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        </>
      )}
      {method === "left" && (
        <>
          <Form.Item name="refusal" label={t("noShows.receipt.refusal")} required>
            <Input maxLength={500} />
          </Form.Item>
          <Form.Item name="witness" label={t("noShows.receipt.witness")} required>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
        </>
      )}
      <Form.Item className={styles.wide ?? ""} name="servers" label={t("noShows.receipt.servers")}>
        <NamesInput />
      </Form.Item>
      <Form.Item className={styles.wide ?? ""} name="note" label={t("noShows.receipt.note")}>
        <Input maxLength={500} />
      </Form.Item>
    </>
  );
}

interface NamesInputProps {
  readonly value?: readonly string[];
  readonly onChange?: (names: string[]) => void;
  readonly id?: string;
}

const noNames = ["", ""];

/** Two names side by side: one field, because what lacks is said about both. */
function NamesInput({ value = noNames, onChange, id }: NamesInputProps) {
  const { t } = useTranslation();
  return (
    <Space.Compact block>
      {value.map((name, index) => (
        <Input
          // the places are fixed: only the names in them change
          key={index === 0 ? "first" : "second"}
          {...(index === 0 && id !== undefined && { id })}
          aria-label={t("noShows.receipt.server", { number: index + 1 })}
          placeholder={t("noShows.receipt.server", { number: index + 1 })}
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={(event) =>
            onChange?.(value.map((each, place) => (place === index ? event.target.value : each)))
          }
        />
      ))}
    </Space.Compact>
  );
}
