import { trainingPassword } from "@rehab/testkit/training-accounts";
import { expect } from "./fixtures.ts";

/** Moves the training day of an application, as the admin does. */
export async function moveTrainingDay(app: { readonly url: string }, today: string): Promise<void> {
  const session = await fetch(`${app.url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username: "admin", password: trainingPassword }),
  });
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const moved = await fetch(`${app.url}/api/v1/clock`, {
    method: "PUT",
    headers: {
      "content-type": "application/json",
      cookie: session.headers.get("set-cookie")?.split(";")[0] ?? "",
      "x-csrf-token": csrfToken,
    },
    body: JSON.stringify({ today }),
  });
  expect(moved.ok).toBe(true);
}
