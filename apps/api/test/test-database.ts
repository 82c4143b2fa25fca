import { randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import { inject } from "vitest";

/** What the global setup hands to the test files. */
export type TestServer = { url: string; prefix: string; appPassword: string };

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** A migrated, empty database of its own. */
export type TestDatabase = {
  /** The connection of the application's role. */
  url: string;
  /** The connection of the role that migrates and owns everything. */
  adminUrl: string;
  drop: () => Promise<void>;
};

/** Makes a database for one test file; `afterAll(() => database.drop())` gives its room back early. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject("testServer");
  const name = `${server.prefix}_${randomBytes(4).toString("hex")}`;
  const template = `${server.prefix}_template`;
  await onServer(server, `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)}`);
  return {
    url: appUrl(server, name),
    adminUrl: adminUrl(server, name),
    drop: () => onServer(server, `drop database if exists ${escapeIdentifier(name)} with (force)`),
  };
}

export function adminUrl(server: TestServer, database: string): string {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  return url.href;
}

export function appUrl(server: TestServer, database: string): string {
  const url = new URL(adminUrl(server, database));
  url.username = "rehab_app";
  url.password = server.appPassword;
  return url.href;
}

async function onServer(server: TestServer, statement: string): Promise<void> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
