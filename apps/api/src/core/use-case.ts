import type { Law } from "@rehab/domain/law/law";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { Database, ReadTx, Tx } from "../db/client.ts";
import type { Actor } from "./actor.ts";
import { recordAudit } from "./audit.ts";
import type { AuditEvent } from "./audit.ts";
import type { ValueCipher } from "./cipher.ts";
import type { Clock } from "./clock.ts";
import { lawNow } from "./county-law.ts";
import type { CountySettings } from "./county-settings.ts";

/** What every use case and query needs from its surroundings. */
export interface Services {
  readonly db: Database;
  readonly clock: Clock;
  readonly cipher: ValueCipher;
  readonly county: CountySettings;
  /** The law of the county; `CountyLaw` where it can change while the services run. */
  readonly law: Law;
}

interface Context {
  readonly actor: Actor;
  readonly today: PlainDate;
  readonly now: Date;
  readonly county: CountySettings;
  readonly cipher: ValueCipher;
  readonly law: Law;
}

export interface QueryContext extends Context {
  readonly tx: ReadTx;
}

export interface UseCaseContext extends Context {
  readonly tx: Tx;
  /** Records what was done or looked at; saved with the transaction. */
  readonly audit: (event: AuditEvent) => void;
}

function contextOf(services: Services, actor: Actor): Context {
  const { clock, county, cipher, law } = services;
  return { actor, now: clock.now(), today: clock.today(), county, cipher, law: lawNow(law) };
}

/** A named read in one read-only transaction, within the actor's scope. */
export function query<I, O>(handler: (context: QueryContext, input: I) => Promise<O>) {
  return (services: Services, actor: Actor, input: I): Promise<O> => {
    const context = contextOf(services, actor);
    const scope = { countyCode: services.county.code, people: actor.scope };
    return services.db.read(scope, (tx) => handler({ ...context, tx }, input));
  };
}

/**
 * A named write, or a read that leaves a trace, in one transaction within the actor's scope.
 * One that records no audit event is rolled back: nothing happens without a trace.
 */
export function useCase<I, O>(name: string, handler: (context: UseCaseContext, input: I) => Promise<O>) {
  return (services: Services, actor: Actor, input: I): Promise<O> => {
    const context = contextOf(services, actor);
    const scope = { countyCode: services.county.code, people: actor.scope };
    return services.db.write(scope, async (tx) => {
      const events: AuditEvent[] = [];
      const result = await handler({ ...context, tx, audit: (event) => events.push(event) }, input);
      if (events.length === 0) throw new Error(`${name} recorded no audit event`);
      await recordAudit(tx, { actor, countyCode: services.county.code, now: context.now }, events);
      return result;
    });
  };
}
