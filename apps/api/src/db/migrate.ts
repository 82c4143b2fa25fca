import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import { Client, escapeIdentifier, escapeLiteral } from "pg";

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

// Any number does, as long as every starting process takes the same
const migrationLock = 430_624_001;

/**
 * Brings the database at `adminUrl` to the newest schema and makes sure that the role of `appUrl` exists
 * with its password. The role owns nothing; what it may do is granted by the migrations.
 */
export async function migrate({ adminUrl, appUrl }: { adminUrl: string; appUrl: string }): Promise<void> {
  const client = new Client({ connectionString: adminUrl, application_name: "rehab-migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await ensureAppRole(client, appUrl);
    await runMigrations(drizzle(client), { migrationsFolder });
  } finally {
    await client.end();
  }
}

/** The role's name is fixed, because the migrations grant to it. */
const appRole = "rehab_app";

async function ensureAppRole(client: Client, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  if (decodeURIComponent(username) !== appRole) {
    throw new Error(`the application must connect as ${appRole}, not as another role`);
  }
  const { rows } = await client.query<{ superuser: boolean; owns: boolean }>(
    `select rolsuper or rolbypassrls as superuser,
            exists (select from pg_class where relowner = pg_roles.oid and relnamespace = 'public'::regnamespace) as owns
       from pg_roles where rolname = $1`,
    [appRole],
  );
  const existing = rows[0];
  if (existing?.superuser === true || existing?.owns === true) {
    throw new Error(`${appRole} must not be a superuser, bypass row-level security or own tables`);
  }
  const role = escapeIdentifier(appRole);
  if (existing === undefined) await client.query(`create role ${role} login`);
  if (password !== "") {
    await client.query(`alter role ${role} password ${escapeLiteral(decodeURIComponent(password))}`);
  }
  const { rows: database } = await client.query<{ name: string }>("select current_database() as name");
  await client.query(`grant connect on database ${escapeIdentifier(database[0]?.name ?? "")} to ${role}`);
  await client.query("revoke create on schema public from public");
}
