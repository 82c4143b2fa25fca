import type { PlainDate } from "@rehab/domain/time/plain-date";
import { systemActor } from "../core/actor.ts";
import type { Services } from "../core/use-case.ts";
import { rollRegister } from "../modules/enrollees/roll-register.ts";
import { refreshLaw } from "../modules/law/load-versions.ts";
import { checkOwners } from "../modules/staff/check-owners.ts";

const checkEveryMs = 60_000;

/** Brings the register to today and checks that everybody is in somebody's hands: now, and again on each new day. */
export async function startRegisterClock(services: Services): Promise<{ stop(): void }> {
  let rolledTo: PlainDate | undefined;
  const roll = async () => {
    const today = services.clock.today();
    if (today === rolledTo) return;
    await rollRegister(services);
    await checkOwners(services, systemActor, undefined);
    rolledTo = today;
  };
  await roll();
  const timer = setInterval(() => {
    // another process of the county may have put a version of the law in force
    const step = async () => {
      await refreshLaw(services);
      await roll();
    };
    step().catch(() => {
      // the database may be away for a moment: the next minute tries again
      rolledTo = undefined;
    });
  }, checkEveryMs);
  return { stop: () => clearInterval(timer) };
}
