import { newId } from "@rehab/api/core/ids";
import fastify from "fastify";
import { Pool } from "pg";
import type { PoolClient } from "pg";
import { listen, serve } from "./child-server.ts";
import { connections } from "./county-services.ts";
import type { Recording } from "./record-requests.ts";
import type { Statement } from "./statement-recorder.ts";

export interface BareTask {
  readonly appUrl: string;
  readonly countyCode: string;
  readonly recordings: readonly Recording[];
}

// What is left of the application without the application: its statements one after the other, its answer as JSON.
await serve(async (task) => {
  const { appUrl, countyCode, recordings } = task as BareTask;
  const pool = new Pool({
    connectionString: appUrl,
    options: `-c app.county_code=${countyCode}`,
    max: connections,
  });
  const byPath = new Map(recordings.map((recording) => [recording.path, recording]));
  const app = fastify();
  app.get("*", async (request, reply) => {
    const recording = byPath.get(request.url);
    if (recording === undefined) return reply.code(404).send();
    const client = await pool.connect();
    try {
      for (const statement of recording.statements) await replay(client, statement);
    } finally {
      client.release();
    }
    return recording.answer;
  });
  return listen(app);
});

async function replay(client: PoolClient, statement: Statement): Promise<void> {
  const { values, ...rest } = statement;
  await client.query({ ...rest, values: values === undefined ? [] : valuesOf(statement.text, values) });
}

/** An audit row is written anew each time, so it needs an id of its own. */
function valuesOf(text: string, values: readonly unknown[]): unknown[] {
  return text.startsWith('insert into "audit_entry" ("id"') ? [newId(), ...values.slice(1)] : [...values];
}
