import { readFileSync } from "node:fs";
import { NATIONAL_LAW } from "@rehab/domain/law/law";
import { FolderDecisions } from "@rehab/schema/imports";
import type { ImportBatch } from "@rehab/schema/imports";
import { fixtureFolder } from "@rehab/testkit/fixture-folder";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { buildApp } from "../src/app.ts";
import { systemActor } from "../src/core/actor.ts";
import { createKeyring, createValueCipher } from "../src/core/cipher.ts";
import { MovableClock } from "../src/core/clock.ts";
import type { Services } from "../src/core/use-case.ts";
import { newId } from "../src/core/ids.ts";
import { openDatabase } from "../src/db/client.ts";
import { createAccount } from "../src/modules/accounts/create-account.ts";
import { ensureCounty } from "../src/modules/county/ensure-county.ts";
import { callerOf } from "./caller-of.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";

/** An empty production county on a database of its own. */
export interface ImportWorld {
  readonly services: Services;
  readonly database: TestDatabase;
  close(): Promise<void>;
}

export const fixtureDecisions = FolderDecisions.parse(
  JSON.parse(readFileSync(`${fixtureFolder}/decisions.json`, "utf8")),
);

/** `today` is long after the year of the records by default, as it is for a county that catches up. */
export async function createImportWorld(
  options: { code?: string; name?: string; today?: string } = {},
): Promise<ImportWorld> {
  const { code = "430624", name = "湘阴县", today = "2024-03-15" } = options;
  const database = await createTestDatabase();
  const county = { code, name, mode: "production" as const };
  const services: Services = {
    db: openDatabase(database.url, { countyCode: code }),
    clock: new MovableClock(new Date(`${today}T09:00:00+08:00`)),
    cipher: createValueCipher(createKeyring(), "aes-256-gcm"),
    county,
    law: NATIONAL_LAW,
  };
  await ensureCounty(services.db, county, services.clock.now());
  return {
    services,
    database,
    close: async () => {
      await services.db.close();
      await database.drop();
    },
  };
}

export interface ImportApp {
  readonly app: FastifyInstance;
  call(caller: "supervisor" | "admin" | "anonymous", request: InjectOptions): Promise<LightMyRequestResponse>;
  /** Uploads files as the supervisor and waits for the dry run. */
  upload(files: readonly UploadedFile[]): Promise<ImportBatch>;
  /** Carries a planned batch out and waits for its end. */
  apply(id: string): Promise<ImportBatch>;
}

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const password = "Lantern-2021";

/** The application over an import world, with a supervisor and an admin. Close it before the world. */
export async function createImportApp(world: ImportWorld, log?: (line: string) => void): Promise<ImportApp> {
  const { services } = world;
  for (const role of ["supervisor", "admin"] as const) {
    await createAccount(services, systemActor, {
      id: newId(),
      username: role,
      displayName: role,
      roles: [role],
      stationId: null,
      password,
      mustChangePassword: false,
    });
  }
  const app = await buildApp({
    services,
    lifetime: { idleMinutes: 30, absoluteHours: 12 },
    logLevel: log === undefined ? "silent" : "trace",
    trustProxy: false,
    ...(log === undefined ? {} : { logStream: { write: log } }),
  });
  const call = callerOf(app, password);
  const settled = async (id: string): Promise<ImportBatch> => {
    for (;;) {
      const batch = (await call("supervisor", { url: `/api/v1/imports/${id}` })).json<ImportBatch>();
      if (batch.state !== "planning" && batch.state !== "applying") return batch;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return {
    app,
    call,
    upload: async (files) => {
      const answer = await call("supervisor", uploadRequest(files));
      return settled(answer.json<ImportBatch>().id);
    },
    apply: async (id) => {
      await call("supervisor", { method: "POST", url: `/api/v1/imports/${id}/apply` });
      return settled(id);
    },
  };
}

/** A multipart request as a browser sends it. */
export function uploadRequest(files: readonly UploadedFile[]): InjectOptions {
  const boundary = "----boundary7d1";
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\n` +
        "content-type: application/octet-stream\r\n\r\n",
    ),
    bytes,
    Buffer.from("\r\n"),
  ]);
  return {
    method: "POST",
    url: "/api/v1/imports",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}
