// A program that uses the embedded server until it is told to end: `node hold-database.ts DATA_DIR`.
import { startEmbedded } from "../src/db/embedded.ts";

const dataDir = process.argv[2] ?? "";
try {
  const database = await startEmbedded({ dataDir });
  process.on("SIGTERM", () => void database.stop());
  process.stdout.write(`${JSON.stringify({ url: database.url })}\n`);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: (error as Error).message })}\n`);
}
