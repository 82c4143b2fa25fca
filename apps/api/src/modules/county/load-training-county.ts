import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FolderDecisions } from "@rehab/schema/imports";
import { fixtureFolder } from "@rehab/testkit/fixture-folder";
import { trainingAccounts, trainingPassword } from "@rehab/testkit/training-accounts";
import { count } from "drizzle-orm";
import { systemActor } from "../../core/actor.ts";
import { newId } from "../../core/ids.ts";
import { hashPassword } from "../../core/password.ts";
import { useCase } from "../../core/use-case.ts";
import type { Services } from "../../core/use-case.ts";
import { account } from "../../db/schema/account.ts";
import { station } from "../../db/schema/county.ts";
import { importFolder } from "../imports/import-folder.ts";

/** Fills the training county on its first start; afterwards it stays as people left it. */
export async function loadTrainingCounty(services: Services, say: (line: string) => void): Promise<void> {
  const [accounts] = await services.db.single((tx) => tx.select({ count: count() }).from(account));
  if ((accounts?.count ?? 0) > 0) return;
  say("loading the training county …");
  const [stations] = await services.db.single((tx) => tx.select({ count: count() }).from(station));
  if ((stations?.count ?? 0) === 0) await importRecords(services);
  await createTrainingAccounts(services, systemActor, undefined);
}

async function importRecords(services: Services): Promise<void> {
  const text = await readFile(join(fixtureFolder, "decisions.json"), "utf8");
  await importFolder(services, fixtureFolder, { decisions: FolderDecisions.parse(JSON.parse(text)) });
}

const createTrainingAccounts = useCase<void, void>("training.accounts", async ({ tx, audit, county }) => {
  const stations = await tx.select({ id: station.id, name: station.name }).from(station);
  const stationIds = new Map(stations.map(({ id, name }) => [name, id]));
  const passwordHash = await hashPassword(trainingPassword);
  for (const { stationName, roles, ...rest } of trainingAccounts) {
    const stationId = stationName === null ? null : (stationIds.get(stationName) ?? null);
    await tx.insert(account).values({
      ...rest,
      id: newId(),
      countyCode: county.code,
      roles: [...roles],
      stationId,
      passwordHash,
      mustChangePassword: false,
    });
  }
  audit({ action: "training.accounts", change: { accounts: trainingAccounts.length } });
});
