import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { answerAfterWrite, lockMatter } from "./matter.ts";
import type { Matter } from "./matter.ts";

/** What is asked of every writing: whose file, and what, under an id that whoever asks has made. */
export interface RecordingInput {
  readonly id: string;
  readonly body: { readonly id: string };
}

interface Recording<R, I extends RecordingInput> {
  readonly action: string;
  readonly subjectType: string;
  /** What is on record already: a resend of one of these changes nothing. */
  readonly known: (record: R) => readonly { readonly id: string }[];
  /** Refuses what cannot be recorded, and writes it. */
  readonly write: (context: UseCaseContext, record: R, input: I) => Promise<void>;
  /** What the audit keeps beside whose file it is: codes, ids and days. */
  readonly change?: (input: I) => Readonly<Record<string, unknown>>;
}

/** The use case that records something new about a matter, once, and answers with its page. */
export function recording<R, F, I extends RecordingInput>(
  matter: Matter<R, F>,
  { action, subjectType, known, write, change }: Recording<R, I>,
) {
  const name = `${matter.name}.${action}`;
  return useCase<I, F>(name, async (context, input) => {
    const { id, body } = input;
    const record = await lockMatter(context, matter, id);
    const created = !known(record).some((row) => row.id === body.id);
    if (created) await write(context, record, input);
    context.audit({
      action: name,
      subjectType,
      subjectId: body.id,
      change: { enrolleeId: id, ...change?.(input), created },
    });
    return answerAfterWrite(context, matter, id);
  });
}
