import type { ValueCipher } from "../../../core/cipher.ts";

type Value = string | number | boolean | null | { readonly base64: string };

/** What stood in a record before a row changed it, so that undoing the import can put it back. */
export interface PreviousValues {
  readonly table: "enrollee" | "case_record" | "leave";
  readonly id: string;
  readonly columns: Readonly<Record<string, Value>>;
}

export function sealPrevious(values: readonly PreviousValues[], cipher: ValueCipher): Buffer {
  return cipher.encrypt(JSON.stringify(values));
}

export function openPrevious(sealed: Buffer, cipher: ValueCipher): PreviousValues[] {
  return JSON.parse(cipher.decrypt(sealed)) as PreviousValues[];
}

export function toStored(value: string | number | boolean | Buffer | null): Value {
  return Buffer.isBuffer(value) ? { base64: value.toString("base64") } : value;
}

export function fromStored(value: Value): string | number | boolean | Buffer | null {
  return typeof value === "object" && value !== null ? Buffer.from(value.base64, "base64") : value;
}
