import { createHmac } from "node:crypto";
import { Client, escapeIdentifier, escapeLiteral } from "pg";

/**
 * On an embedded server: makes the migrating role, which owns the database, and gives the connections of
 * both roles. Their passwords follow from the server's own, so every process of the data folder knows them.
 */
export async function prepareEmbeddedDatabase(
  serverUrl: string,
  databaseName: string,
): Promise<{ adminUrl: string; appUrl: string }> {
  const { password: secret } = new URL(serverUrl);
  const passwordOf = (role: string) => createHmac("sha256", secret).update(role).digest("base64url");
  const urlOf = (role: string) => {
    const url = new URL(serverUrl);
    url.username = role;
    url.password = passwordOf(role);
    url.pathname = `/${databaseName}`;
    return url.href;
  };

  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await ensureOwner(client, "rehab_owner", passwordOf("rehab_owner"));
    const existing = await client.query("select from pg_database where datname = $1", [databaseName]);
    if (existing.rowCount === 0) {
      await client.query(`create database ${escapeIdentifier(databaseName)} owner rehab_owner`);
    }
  } finally {
    await client.end();
  }
  return { adminUrl: urlOf("rehab_owner"), appUrl: urlOf("rehab_app") };
}

async function ensureOwner(client: Client, role: string, password: string): Promise<void> {
  const existing = await client.query("select from pg_roles where rolname = $1", [role]);
  if (existing.rowCount === 0) await client.query(`create role ${escapeIdentifier(role)} login createrole`);
  await client.query(`alter role ${escapeIdentifier(role)} password ${escapeLiteral(password)}`);
}
