import { createHash, randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../src/db/embedded.ts";
import { migrate } from "../src/db/migrate.ts";
import type { TestServer } from "./test-database.ts";
import { adminUrl, appUrl } from "./test-database.ts";

/**
 * Starts a server for the tests, or takes the one of TEST_DATABASE_URL (a user who may create databases and roles),
 * and migrates one template database there, of which every test file gets a copy.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env.TEST_DATABASE_URL;
  const embedded = outside ? undefined : await startEmbedded({ ephemeral: true });
  const url = outside ?? embedded?.url ?? "";
  const server: TestServer = {
    url,
    prefix: `rehab_test_${randomBytes(4).toString("hex")}`,
    // The same for every run on one server: the role belongs to the whole server.
    appPassword: createHash("sha256").update(url).digest("base64url"),
  };
  const template = `${server.prefix}_template`;

  await onServer(url, (client) => client.query(`create database ${escapeIdentifier(template)}`));
  await migrate({ adminUrl: adminUrl(server, template), appUrl: appUrl(server, template) });
  project.provide("testServer", server);

  return async () => {
    if (embedded) await embedded.stop();
    else await onServer(url, (client) => dropDatabases(client, server.prefix));
  };
}

async function onServer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function dropDatabases(client: Client, prefix: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select datname as name from pg_database where starts_with(datname, $1)",
    [`${prefix}_`],
  );
  for (const { name } of rows) {
    await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
  }
}
