import { createHash, randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";

/** A database on the server of TEST_DATABASE_URL, and the settings that point the application at it. */
export type OutsideDatabase = { settings: Record<string, string>; drop: () => Promise<void> };

/** Makes an empty database where TEST_DATABASE_URL names a server; else the application runs its own. */
export async function createOutsideDatabase(): Promise<OutsideDatabase | undefined> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) return undefined;
  const name = `rehab_e2e_${randomBytes(4).toString("hex")}`;
  await run(server, `create database ${escapeIdentifier(name)}`);

  const admin = new URL(server);
  admin.pathname = `/${name}`;
  const app = new URL(admin);
  app.username = "rehab_app";
  // The role belongs to the whole server: every test that runs on it gives it the same password.
  app.password = createHash("sha256").update(server).digest("base64url");
  return {
    settings: { DATABASE_URL: app.href, DATABASE_ADMIN_URL: admin.href },
    drop: () => run(server, `drop database if exists ${escapeIdentifier(name)} with (force)`),
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
