import { buildApp } from "@rehab/api/app";
import { listen, serve } from "./child-server.ts";
import { openServices } from "./county-services.ts";
import type { CountyAccess } from "./county-services.ts";

// The real application as it runs in production, without log lines.
await serve(async (task) => {
  const app = await buildApp({
    services: openServices(task as CountyAccess),
    lifetime: { idleMinutes: 30, absoluteHours: 12 },
    logLevel: "silent",
    trustProxy: false,
  });
  return listen(app);
});
