import { z } from "zod";

const blankAsMissing = (value: unknown) => (value === "" ? undefined : value);
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(blankAsMissing, schema.optional());

const Environment = z.object({
  APP_MODE: z
    .preprocess(blankAsMissing, z.enum(["training", "production"]).default("production"))
    .describe("training: invented county, movable clock, known password; production: real county"),
  HOST: z.preprocess(blankAsMissing, z.string().default("127.0.0.1")).describe("address to listen on"),
  PORT: z
    .preprocess(blankAsMissing, z.coerce.number().int().min(0).max(65_535).default(3000))
    .describe("port to listen on"),
  DATA_DIR: z.preprocess(blankAsMissing, z.string().default("./data")).describe("embedded database and keys"),
  DATABASE_URL: optional(z.string()).describe(
    "the application role's connection; embedded server when empty",
  ),
  DATABASE_ADMIN_URL: optional(z.string()).describe(
    "the migrating role's connection; required with DATABASE_URL",
  ),
  COUNTY_CODE: optional(z.string().regex(/^\d{6}$/u, "six digits, GB/T 2260")).describe("code of the county"),
  COUNTY_NAME: optional(z.string().min(2)).describe("name of the county"),
  DATA_KEYS_FILE: optional(z.string()).describe("encryption keys; DATA_DIR/keys.json when empty"),
  CIPHER: z
    .preprocess(blankAsMissing, z.enum(["aes-256-gcm", "sm4-gcm"]).default("aes-256-gcm"))
    .describe("cipher for new values"),
  LOG_LEVEL: z
    .preprocess(
      blankAsMissing,
      z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    )
    .describe("least severe log line"),
  TRUST_PROXY: z
    .preprocess(blankAsMissing, z.enum(["true", "false"]).default("false"))
    .describe("behind a reverse proxy that sets X-Forwarded-*"),
  SESSION_IDLE_MINUTES: z
    .preprocess(blankAsMissing, z.coerce.number().int().min(1).default(30))
    .describe("minutes without a request until a session ends"),
  SESSION_ABSOLUTE_HOURS: z
    .preprocess(blankAsMissing, z.coerce.number().int().min(1).default(12))
    .describe("hours after signing in until a session ends"),
});

export interface Config {
  readonly mode: "training" | "production";
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly database: { readonly appUrl: string; readonly adminUrl: string } | null;
  readonly county: { readonly code: string; readonly name: string };
  readonly keysFile: string | null;
  readonly cipher: "aes-256-gcm" | "sm4-gcm";
  readonly logLevel: string;
  readonly trustProxy: boolean;
  readonly sessionIdleMinutes: number;
  readonly sessionAbsoluteHours: number;
}

/** A setting is missing or wrong; the message names it and says what to do. */
export class ConfigProblem extends Error {}

/** Reads the configuration from environment variables. Throws a `ConfigProblem` that names the variable. */
export function readConfig(
  environment: Record<string, string | undefined>,
  trainingCounty: Config["county"],
): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigProblem(`${String(issue?.path[0])}: ${issue?.message}`);
  }
  const env = parsed.data;
  if ((env.DATABASE_URL === undefined) !== (env.DATABASE_ADMIN_URL === undefined)) {
    throw new ConfigProblem("DATABASE_URL and DATABASE_ADMIN_URL must be set together, or neither of them");
  }
  return {
    mode: env.APP_MODE,
    host: env.HOST,
    port: env.PORT,
    dataDir: env.DATA_DIR,
    database:
      env.DATABASE_URL !== undefined && env.DATABASE_ADMIN_URL !== undefined
        ? { appUrl: env.DATABASE_URL, adminUrl: env.DATABASE_ADMIN_URL }
        : null,
    county: env.APP_MODE === "training" ? trainingCounty : countyOf(env.COUNTY_CODE, env.COUNTY_NAME),
    keysFile: env.DATA_KEYS_FILE ?? null,
    cipher: env.CIPHER,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY === "true",
    sessionIdleMinutes: env.SESSION_IDLE_MINUTES,
    sessionAbsoluteHours: env.SESSION_ABSOLUTE_HOURS,
  };
}

function countyOf(code: string | undefined, name: string | undefined): Config["county"] {
  if (code === undefined) throw new ConfigProblem("COUNTY_CODE: set the county's GB/T 2260 code, six digits");
  if (name === undefined) throw new ConfigProblem("COUNTY_NAME: set the county's name");
  return { code, name };
}
