import type { Role } from "@rehab/schema/access/role";
import type { SystemInfo } from "@rehab/schema/session";
import { trainingPassword } from "@rehab/testkit/training-accounts";
import { asc, eq } from "drizzle-orm";
import type { Services } from "../../core/use-case.ts";
import { account } from "../../db/schema/account.ts";
import { station } from "../../db/schema/county.ts";

/** What the login page shows; the people to sign in as are named in training only. */
export async function systemInfo({ county, clock, db }: Services): Promise<SystemInfo> {
  const isTraining = county.mode === "training";
  const accounts = isTraining
    ? await db.single((tx) =>
        tx
          .select({
            username: account.username,
            displayName: account.displayName,
            roles: account.roles,
            stationName: station.name,
          })
          .from(account)
          .leftJoin(station, eq(station.id, account.stationId))
          .where(eq(account.status, "active"))
          .orderBy(asc(account.createdAt), asc(account.id)),
      )
    : [];
  return {
    mode: county.mode,
    countyName: county.name,
    today: clock.today(),
    trainingPassword: isTraining ? trainingPassword : null,
    trainingAccounts: accounts.map(({ roles, ...rest }) => ({ ...rest, role: roles[0] as Role })),
  };
}
