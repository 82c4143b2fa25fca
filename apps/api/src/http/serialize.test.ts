import { endpoints } from "@rehab/schema/endpoints";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { compileSerializer } from "./serialize.ts";

describe("an answer", () => {
  const serialize = compileSerializer({
    schema: z.object({ people: z.array(z.object({ masked: z.string(), born: z.number().nullable() })) }),
    method: "GET",
    url: "/people",
  });

  it("leaves without what its schema does not name", () => {
    const person = { masked: "曾*", born: 1990, name: "曾小明", idNumber: "430624199001010010" };
    expect(serialize({ people: [person], total: 1 })).toBe('{"people":[{"masked":"曾*","born":1990}]}');
  });

  it.each([{ people: [{ masked: "曾*" }] }, { people: [{ masked: "曾*", born: "1990" }] }, {}, null])(
    "does not leave when its schema refuses it: %j",
    (answer) => {
      expect(() => serialize(answer)).toThrow("Response doesn't match the schema");
    },
  );
});

const changing = new Set(["catch", "default", "pipe", "prefault", "transform"]);
const answering = endpoints.flatMap(({ name, response }) =>
  response === undefined ? [] : [[name, response] as const],
);

describe("the answers' schemas check values and change none, so that they can be read forwards", () => {
  it.each(answering)("%s", (_, response) => {
    const changes: string[] = [];
    z.toJSONSchema(response, {
      override: ({ zodSchema: { _zod } }) => {
        if (changing.has(_zod.def.type) || "coerce" in _zod.def) changes.push(_zod.def.type);
      },
    });
    expect(changes).toEqual([]);
  });
});
