import { parseArgs } from "node:util";
import { AccountCreation } from "@rehab/schema/accounts";
import { problems } from "@rehab/schema/problem";
import { trainingCounty } from "@rehab/testkit/training-county";
import { bootstrap } from "../bootstrap.ts";
import { readConfig } from "../config.ts";
import { systemActor } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import { ProblemError } from "../core/problem-error.ts";
import type { Services } from "../core/use-case.ts";
import { sayable } from "../http/to-problem.ts";
import { createAccount } from "../modules/accounts/create-account.ts";
import { listStations } from "../modules/stations/queries.ts";
import { readPassword } from "./read-password.ts";

const usage = `usage: npm run admin -- create --username NAME --role admin|supervisor|caseworker
         [--role …] [--station STATION] [--name "DISPLAY NAME"]
The password is asked for, or read from standard input.`;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      username: { type: "string" },
      role: { type: "string", multiple: true },
      station: { type: "string" },
      name: { type: "string" },
    },
  });
  if (positionals[0] !== "create" || values.username === undefined || values.role === undefined) {
    throw new Error(usage);
  }
  const config = readConfig(process.env, trainingCounty);
  const password = await readPassword();
  const runtime = await bootstrap(config);
  try {
    const stationId =
      values.station === undefined ? null : await getStationId(runtime.services, values.station);
    const account = AccountCreation.safeParse({
      id: newId(),
      username: values.username,
      displayName: values.name ?? values.username,
      roles: values.role,
      stationId,
      password,
    });
    if (!account.success) {
      throw new Error(
        account.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"),
      );
    }
    const created = await createAccount(runtime.services, systemActor, {
      ...account.data,
      mustChangePassword: false,
    });
    process.stdout.write(
      `created ${created.username} (${created.roles.join(", ")}${created.stationName === null ? "" : `, ${created.stationName}`})\n`,
    );
  } finally {
    await runtime.close();
  }
}

async function getStationId(services: Services, name: string): Promise<string> {
  const { stations } = await listStations(services, systemActor, undefined);
  const station = stations.find((each) => each.name === name);
  if (station !== undefined) return station.id;
  const known = stations.map((each) => each.name).join("、");
  throw new Error(
    `no station named ${name}; there are: ${known === "" ? "none yet, import them first" : known}`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ProblemError ? problems[error.code].title : sayable(error)}\n`);
  process.exitCode = 1;
});
