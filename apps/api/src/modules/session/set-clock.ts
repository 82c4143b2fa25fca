import { eq } from "drizzle-orm";
import { MovableClock, startOfWork } from "../../core/clock.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import type { Services } from "../../core/use-case.ts";
import type { Actor } from "../../core/actor.ts";
import { county } from "../../db/schema/county.ts";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { rebuildRegister } from "../enrollees/rebuild-register.ts";

const storeClock = useCase<{ today: PlainDate }, void>(
  "session.setClock",
  async ({ tx, audit, county: settings, now }, { today }) => {
    await tx
      .update(county)
      .set({ clockSetTo: startOfWork(today), clockSetAt: now })
      .where(eq(county.code, settings.code));
    audit({ action: "session.setClock", change: { to: today } });
  },
);

/** Moves the training clock and derives the register as of that day. */
export async function setClock(
  services: Services,
  actor: Actor,
  input: { today: PlainDate },
): Promise<{ today: PlainDate }> {
  if (services.county.mode !== "training" || !(services.clock instanceof MovableClock)) {
    throw new ProblemError("training_only");
  }
  await storeClock(services, actor, input);
  services.clock.set(startOfWork(input.today));
  await rebuildRegister(services);
  return { today: services.clock.today() };
}
