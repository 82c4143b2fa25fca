import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import type { CipherGCMTypes } from "node:crypto";

/** Encrypts single values and makes the keyed hashes they are found by. */
export interface ValueCipher {
  encrypt(plain: string): Buffer;
  /** Throws when the value was changed or its key is unknown. */
  decrypt(stored: Buffer): string;
  /** The same text always gives the same hash; without the key it tells nothing. */
  hash(text: string): Buffer;
}

export interface Keyring {
  /** Version of the key for new values. */
  readonly current: number;
  /** Keys by version, 32 bytes in base64; old ones stay, so that old values can be read. */
  readonly keys: Readonly<Record<string, string>>;
  /** Key of the hashes, 32 bytes in base64; it cannot change without hashing everything anew. */
  readonly hashKey: string;
}

const algorithms = {
  1: { name: "aes-256-gcm", keyBytes: 32 },
  2: { name: "sm4-gcm", keyBytes: 16 },
} as const;

const ivBytes = 12;
const tagBytes = 16;
const headerBytes = 3;

/**
 * Stored form: algorithm (1 byte), key version (2 bytes), nonce (12), tag (16), ciphertext.
 * The header is authenticated with the text.
 */
export function createValueCipher(keyring: Keyring, cipher: "aes-256-gcm" | "sm4-gcm"): ValueCipher {
  const algorithmId = cipher === "sm4-gcm" ? 2 : 1;
  const hashKey = Buffer.from(keyring.hashKey, "base64");
  const keys = new Map(
    Object.entries(keyring.keys).map(([version, key]) => [Number(version), Buffer.from(key, "base64")]),
  );

  const keyOf = (version: number, bytes: number): Buffer => {
    const key = keys.get(version);
    if (key === undefined) throw new Error(`data key version ${version} is not in the keys file`);
    return key.subarray(0, bytes);
  };

  return {
    encrypt(plain) {
      const { name, keyBytes } = algorithms[algorithmId];
      const header = Buffer.alloc(headerBytes);
      header.writeUInt8(algorithmId, 0);
      header.writeUInt16BE(keyring.current, 1);
      const iv = randomBytes(ivBytes);
      const gcm = createCipheriv(name as CipherGCMTypes, keyOf(keyring.current, keyBytes), iv);
      gcm.setAAD(header);
      const text = Buffer.concat([gcm.update(plain, "utf8"), gcm.final()]);
      return Buffer.concat([header, iv, gcm.getAuthTag(), text]);
    },
    decrypt(stored) {
      const algorithm = algorithms[stored.readUInt8(0) as keyof typeof algorithms];
      if (algorithm === undefined) throw new Error("unknown cipher of a stored value");
      const iv = stored.subarray(headerBytes, headerBytes + ivBytes);
      const tag = stored.subarray(headerBytes + ivBytes, headerBytes + ivBytes + tagBytes);
      const key = keyOf(stored.readUInt16BE(1), algorithm.keyBytes);
      const gcm = createDecipheriv(algorithm.name as CipherGCMTypes, key, iv);
      gcm.setAAD(stored.subarray(0, headerBytes));
      gcm.setAuthTag(tag);
      const plain = gcm.update(stored.subarray(headerBytes + ivBytes + tagBytes));
      // gives nothing more, but throws when the value was changed
      gcm.final();
      return plain.toString("utf8");
    },
    hash(text) {
      return createHmac("sha256", hashKey).update(text, "utf8").digest();
    },
  };
}

/** A fresh keyring with one key. */
export function createKeyring(): Keyring {
  return {
    current: 1,
    keys: { "1": randomBytes(32).toString("base64") },
    hashKey: randomBytes(32).toString("base64"),
  };
}
