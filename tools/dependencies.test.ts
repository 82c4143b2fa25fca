import { expect, test } from "vitest";
import { filesIn, read } from "./source-files.ts";

type Manifest = Record<
  "dependencies" | "devDependencies" | "optionalDependencies",
  Record<string, string> | undefined
>;

const manifests = ["apps", "packages", "e2e", "bench", "tools"]
  .flatMap((folder) => filesIn(folder))
  .filter((path) => path.endsWith("/package.json"));

test("every dependency is named by its exact version", () => {
  expect(manifests.length).toBeGreaterThan(5);
  const loose = ["package.json", ...manifests].flatMap((path) => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(path)) as Manifest;
    return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
      .filter(([, version]) => version !== "workspace:*" && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${path}: ${name} ${version}`);
  });
  expect(loose).toEqual([]);
});

test("the lockfile names no place to download from", () => {
  expect(read("pnpm-lock.yaml")).not.toMatch(/https?:\/\/|tarball:/);
});
