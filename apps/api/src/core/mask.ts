import { maskIdNumber } from "@rehab/domain/identity/id-number";
import { maskPhone } from "@rehab/domain/identity/phone";
import { LRUCache } from "lru-cache";
import type { ValueCipher } from "./cipher.ts";

/** A stored number as lists and files show it. */
type MaskStored = (stored: Buffer, cipher: ValueCipher) => string;

/**
 * Lists show the same people all day, and opening a value costs as much as reading it from the database: what is kept
 * is the mask alone, by the stored bytes, so that a value that was changed is opened anew.
 */
function remembering(mask: (plain: string) => string): MaskStored {
  const masks = new LRUCache<string, string>({ max: 20_000 });
  return (stored, cipher) => {
    const key = stored.toString("latin1");
    const known = masks.get(key);
    if (known !== undefined) return known;
    const masked = mask(cipher.decrypt(stored));
    masks.set(key, masked);
    return masked;
  };
}

/** A stored ID number, masked. Throws when the value was changed or its key is unknown. */
export const maskStoredIdNumber = remembering(maskIdNumber);

/** A stored phone number, masked. Throws when the value was changed or its key is unknown. */
export const maskStoredPhone = remembering(maskPhone);
