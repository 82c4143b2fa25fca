import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagBytes = 32;

/** Hashes a password with argon2id, salt and cost beside it. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await deriveTag(password, salt, cost);
  return [
    "argon2id",
    cost.memory,
    cost.passes,
    cost.parallelism,
    salt.toString("base64"),
    tag.toString("base64"),
  ].join("$");
}

/** Whether `password` is the one that was hashed. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [kind, memory, passes, parallelism, salt, tag] = stored.split("$");
  if (kind !== "argon2id" || salt === undefined || tag === undefined) return false;
  const expected = Buffer.from(tag, "base64");
  const given = await deriveTag(password, Buffer.from(salt, "base64"), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  });
  return timingSafeEqual(given, expected);
}

/** A hash that no password fits: verifying against it takes as long as against a real one. */
export const unmatchedPasswordHash = `argon2id$${cost.memory}$${cost.passes}$${cost.parallelism}$${Buffer.alloc(16).toString("base64")}$${Buffer.alloc(tagBytes).toString("base64")}`;

/** Ten characters at least, of three classes out of four (GB/T 22239-2019, 8.1.4.1). */
export function isStrongPassword(password: string): boolean {
  const classes = [/[A-Z]/u, /[a-z]/u, /\d/u, /[^A-Za-z\d]/u].filter((pattern) => pattern.test(password));
  return password.length >= 10 && classes.length >= 3;
}

async function deriveTag(password: string, salt: Buffer, costs: typeof cost): Promise<Buffer> {
  return derive("argon2id", {
    message: Buffer.from(password.normalize("NFC"), "utf8"),
    nonce: salt,
    tagLength: tagBytes,
    ...costs,
  });
}
