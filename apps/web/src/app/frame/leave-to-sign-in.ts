import { paths } from "../../lib/paths.ts";

/** Goes to the sign-in page with a fresh start, so that nothing of the last person stays in memory. */
export function leaveToSignIn(): void {
  location.assign(paths.login);
}
