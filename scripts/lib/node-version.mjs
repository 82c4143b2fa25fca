import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fromRoot } from "./paths.mjs";

const oldestNode = 24;

/** The Node that runs the project: the pinned one from node_modules, else this one when it is new enough. */
export function findNode() {
  const pinned = fromRoot("node_modules", ".bin", "node");
  if (existsSync(pinned) && spawnSync(pinned, ["--version"]).status === 0) return pinned;
  const own = Number(process.versions.node.split(".")[0]);
  if (own >= oldestNode) return process.execPath;
  throw new Error(
    `This needs Node ${oldestNode} or newer. Node ${process.versions.node} is here, and no packaged Node runs on ` +
      `${process.platform} ${process.arch}. Install Node ${oldestNode} or newer and try again.`,
  );
}
