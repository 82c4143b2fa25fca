import type { PlainDate } from "@rehab/domain/time/plain-date";
import { systemActor } from "../core/actor.ts";
import type { Services } from "../core/use-case.ts";
import { rollRegister } from "../modules/enrollees/roll-register.ts";
import { refreshLaw } from "../modules/law/load-versions.ts";
import { settleRebuilds } from "../modules/law/owed-rebuild.ts";
import { checkOwners } from "../modules/staff/check-owners.ts";

const checkEveryMs = 60_000;

/** Works off a rebuild that is owed, brings the register to today and checks that everybody is in somebody's hands: now, and again on each new day. */
export async function startRegisterClock(services: Services): Promise<{ stop(): void }> {
  let rolledTo: PlainDate | undefined;
  const roll = async () => {
    const today = services.clock.today();
    if (today === rolledTo) return;
    await rollRegister(services);
    await checkOwners(services, systemActor, undefined);
    rolledTo = today;
  };
  // a rebuild that failed again is no reason not to start
  await settleRebuilds(services).catch(() => undefined);
  await roll();
  const timer = setInterval(() => {
    // another process of the county may have put a version of the law in force
    const step = async () => {
      await refreshLaw(services);
      await settleRebuilds(services);
      await roll();
    };
    step().catch(() => {
      // the database may be away for a moment: the next minute tries again
      rolledTo = undefined;
    });
  }, checkEveryMs);
  return { stop: () => clearInterval(timer) };
}
