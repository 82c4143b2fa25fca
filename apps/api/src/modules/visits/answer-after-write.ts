import type { ContactFile } from "@rehab/schema/visits";
import type { UseCaseContext } from "../../core/use-case.ts";
import { getPresentCase } from "../enrollees/present-case.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { contactFileOf } from "./contact-file.ts";

/** What the screen shows after a write: the register follows first. */
export async function answerAfterWrite(context: UseCaseContext, enrolleeId: string): Promise<ContactFile> {
  const { tx, law, today } = context;
  await projectRegister(tx, [enrolleeId], { law, today });
  return contactFileOf(context, await getPresentCase(tx, enrolleeId, today));
}
