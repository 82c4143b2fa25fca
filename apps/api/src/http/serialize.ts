import type { Schema } from "@rehab/schema/endpoint";
import { ResponseSerializationError } from "fastify-type-provider-zod";
import { safeParse } from "zod/v4/core";

/**
 * Writes an answer as JSON after its schema has checked it and left out whatever it does not name. The answers'
 * schemas describe plain JSON both ways, so they can be read forwards: encoding, which the type provider would do,
 * checks every value twice.
 */
export function compileSerializer({
  schema,
  method,
  url,
}: {
  readonly schema: Schema;
  readonly method: string;
  readonly url: string;
}): (answer: unknown) => string {
  return (answer) => {
    const result = safeParse(schema, answer);
    if (!result.success) throw new ResponseSerializationError(method, url, { cause: result.error });
    return JSON.stringify(result.data);
  };
}
