import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** How to launch a browser: an extract of Playwright's launch options. */
export type BrowserLaunch = { executablePath: string; args: string[]; env: Record<string, string> };

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const systemBrowsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Finds a Chromium: the program named by CHROMIUM, one of the system, else the one packed in @sparticuz/chromium,
 * which CHROMIUM=sparticuz takes in any case. Throws when the named program does not exist.
 */
export async function findChromium(): Promise<BrowserLaunch> {
  const named = process.env.CHROMIUM;
  if (named && named !== "sparticuz" && !existsSync(named))
    throw new Error(`CHROMIUM: ${named} does not exist.`);
  const installed = named || systemBrowsers.find((path) => existsSync(path));
  if (installed && installed !== "sparticuz")
    return { executablePath: installed, args, env: ownEnvironment() };

  const folder = await unpackChromium();
  const libraries = [join(folder, "al2023", "lib"), folder, process.env.LD_LIBRARY_PATH];
  return {
    executablePath: join(folder, "chromium"),
    args,
    env: {
      ...ownEnvironment(),
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(":"),
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
    },
  };
}

/** In a locale of UTF-8: in another one the browser gives downloads no Chinese names. */
function ownEnvironment(): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(own), LANG: "C.UTF-8", LC_ALL: "C.UTF-8" };
}

/** Unpacks the packed browser once per version; the folder gets its name only when it is complete. */
async function unpackChromium(): Promise<string> {
  const bin = join(packageFolder("@sparticuz/chromium"), "bin");
  const { version } = JSON.parse(readFileSync(join(dirname(bin), "package.json"), "utf8")) as {
    version: string;
  };
  const cache = fileURLToPath(new URL("node_modules/.cache", import.meta.url));
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;

  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, "unpacking-"));
  const temporary = process.env.TMPDIR;
  // The package unpacks into the temporary folder and takes a half-written browser there for a whole one.
  process.env.TMPDIR = draft;
  try {
    const { default: chromium, inflate } = await import("@sparticuz/chromium");
    await chromium.executablePath(bin);
    await inflate(join(bin, "al2023.tar.br"));
    writeFileSync(join(draft, "fonts.conf"), fontConfiguration(folder));
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** The packed browser brings no Chinese font, and a fresh machine has none. */
function fontConfiguration(folder: string): string {
  const chinese = join(packageFolder("@expo-google-fonts/zcool-xiaowei"), "400Regular");
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, "fonts", "fonts")}</dir>
  <dir>${chinese}</dir>
  <cachedir>${join(folder, "font-cache")}</cachedir>
</fontconfig>
`;
}

function packageFolder(name: string): string {
  return fileURLToPath(new URL(`node_modules/${name}`, import.meta.url));
}
