// Enters new migrations into the list of landed ones: `node tools/land-migrations.ts`, once one is final.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findMigrations, landedList, landedMigrations } from "./migrations.ts";

const found = Object.fromEntries(findMigrations().map(({ name, hash }) => [name, hash]));
const landed = { ...found, ...landedMigrations() };
writeFileSync(
  fileURLToPath(new URL(`../${landedList}`, import.meta.url)),
  `${JSON.stringify(landed, null, 2)}\n`,
);
