import { Client } from "pg";

/** One statement as the application sent it: what `pg` needs to send it once more. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly name?: string;
  readonly rowMode?: "array";
}

type Query = (this: Client, config: string | Statement, values?: unknown, ...rest: unknown[]) => unknown;

/** Runs `work` and gives its answer with every statement that this process sent to the database meanwhile. */
export async function recordStatements<T>(work: () => Promise<T>): Promise<[T, Statement[]]> {
  const statements: Statement[] = [];
  const prototype = Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function query(config, values, ...rest) {
    statements.push(statementOf(config, values));
    return original.call(this, config, values, ...rest);
  };
  try {
    return [await work(), statements];
  } finally {
    prototype.query = original;
  }
}

function statementOf(config: string | Statement, values: unknown): Statement {
  const given = Array.isArray(values) ? { values } : {};
  if (typeof config === "string") return { text: config, ...given };
  const { text, name, rowMode } = config;
  return {
    text,
    ...(config.values === undefined ? given : { values: config.values }),
    ...(name === undefined ? {} : { name }),
    ...(rowMode === undefined ? {} : { rowMode }),
  };
}
