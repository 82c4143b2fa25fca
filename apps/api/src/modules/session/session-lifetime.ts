/** How long sessions last. */
export interface SessionLifetime {
  readonly idleMinutes: number;
  readonly absoluteHours: number;
}

/** Sessions are marked as seen at most this often, so that reading does not become writing. */
export const seenEverySeconds = 60;

/** Whether a session still holds at `now`. */
export function isAlive(
  session: { readonly lastSeenAt: Date; readonly expiresAt: Date },
  lifetime: SessionLifetime,
  now: Date,
): boolean {
  const idleUntil = session.lastSeenAt.getTime() + lifetime.idleMinutes * 60_000;
  return now.getTime() < idleUntil && now < session.expiresAt;
}
