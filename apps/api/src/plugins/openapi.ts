import swagger from "@fastify/swagger";
import plugin from "fastify-plugin";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";

/** The OpenAPI 3.1 document, derived from the endpoints. */
export const openApiPlugin = plugin(async (app) => {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "社区戒毒社区康复 API", version: "1" },
      components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: "rehab_session" } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.get("/api/v1/openapi.json", { schema: { hide: true } }, () => app.swagger());
});
