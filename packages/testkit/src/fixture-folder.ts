import { fileURLToPath } from "node:url";

/** Folder of one invented county's paper records of 2021, with its decisions and the figures they reach. */
export const fixtureFolder = fileURLToPath(new URL("../fixtures/xiangyin-2021", import.meta.url));
