import type { Endpoint, RequestOf, Schema } from "@rehab/schema/endpoint";
import type { ProblemCode } from "@rehab/schema/problem";
import { Form } from "antd";
import type { FormInstance } from "antd";
import { useState } from "react";
import { safeParse } from "zod/v4/core";
import { staleOf } from "../lib/stale.ts";
import type { Stale } from "../lib/stale.ts";
import type { AnswerOf } from "./call.ts";
import { ProblemError, isProblem, savedByOf } from "./problem-error.ts";
import { fieldErrorsOf } from "./problems.tsx";
import type { FieldError } from "./problems.tsx";
import { useAction } from "./query.ts";

interface BodyFormOptions<E extends Endpoint, Values extends object> {
  /** The request that the form's values make. */
  readonly request: (values: Values) => RequestOf<E>;
  readonly invalidates?: readonly Endpoint[];
  /** The fields that single problems are about: `{ username_taken: "username" }`. */
  readonly fieldOfProblem?: Partial<Record<ProblemCode, string>>;
  readonly onDone?: (answer: AnswerOf<E>) => void;
  /** For a record that other people may save meanwhile. */
  readonly ifStale?: {
    /** Asks for the record as it is now; answers its values in the fields of the form. */
    readonly savedNow: () => Promise<Partial<Values>>;
    /** Whether the form changes what is saved, see `staleOf`. */
    readonly merges: boolean;
  };
  /** Hears of everything that the server refused, also of single fields. */
  readonly onRefused?: (error: unknown) => void;
}

export interface BodyForm<Values extends object> {
  readonly form: FormInstance<Values>;
  readonly submit: (values: Values) => void;
  readonly pending: boolean;
  /** What the server refused as a whole; errors of single fields stand under their fields. */
  readonly error: unknown;
  /** What somebody else saved meanwhile, beside what was typed; nothing of both is lost. */
  readonly stale: Stale<Values> | undefined;
  readonly reset: () => void;
}

/** A form for an endpoint's body: the contract's own rules before sending, the server's answers under the fields. */
export function useBodyForm<E extends Endpoint & { readonly body: Schema }, Values extends object>(
  endpoint: E,
  options: BodyFormOptions<E, Values>,
): BodyForm<Values> {
  const [form] = Form.useForm<Values>();
  const [stale, setStale] = useState<Stale<Values>>();
  const action = useAction(endpoint, {
    quiet: true,
    ...(options.invalidates && { invalidates: options.invalidates }),
    onDone: (answer) => {
      setStale(undefined);
      options.onDone?.(answer);
    },
  });

  const compare = async (
    { savedNow, merges }: NonNullable<typeof options.ifStale>,
    savedBy: string | undefined,
  ) => {
    const mine = form.getFieldsValue(true) as Values;
    const touched = (name: string) => form.isFieldTouched(name as Parameters<typeof form.isFieldTouched>[0]);
    const found = staleOf({ mine, saved: await savedNow(), touched, merges, savedBy });
    const adopted = Object.fromEntries(found.adopted.map((name) => [name, found.saved[name]]));
    form.setFieldsValue(adopted as Parameters<typeof form.setFieldsValue>[0]);
    setStale(found);
  };

  const setErrors = (fields: FieldError[]) => {
    form.setFields(fields as unknown as Parameters<typeof form.setFields>[0]);
  };

  const showErrors = (fields: FieldError[]) => {
    setErrors(fields);
    const first = fields[0];
    if (first) form.scrollToField(first.name, { focus: true });
  };

  const fieldErrors = (error: unknown): FieldError[] => {
    if (!(error instanceof ProblemError)) return [];
    const { code, title } = error.problem;
    const field = options.fieldOfProblem?.[code];
    return field === undefined ? fieldErrorsOf(error.problem) : [{ name: [field], errors: [title] }];
  };

  const submit = (values: Values) => {
    // what was said about the last attempt may be put right by now
    setErrors(form.getFieldsError().map(({ name }) => ({ name, errors: [] })));
    const request = options.request(values);
    const parsed = safeParse(endpoint.body, (request as { body: unknown }).body);
    if (!parsed.success) {
      showErrors(
        parsed.error.issues.map((issue) => ({ name: issue.path.map(stepOf), errors: [issue.message] })),
      );
      return;
    }
    action.mutate(request, {
      onError: (error) => {
        options.onRefused?.(error);
        if (options.ifStale && isProblem(error, "stale_version")) {
          // Without an answer the refusal of the version stays, and saving again asks anew.
          void compare(options.ifStale, savedByOf(error)).catch(() => undefined);
        }
        showErrors(fieldErrors(error));
      },
    });
  };

  // The choice between both sides stands in the place of the refusal.
  const isSettled = stale !== undefined && isProblem(action.error, "stale_version");
  return {
    form,
    submit,
    pending: action.isPending,
    error: fieldErrors(action.error).length > 0 || isSettled ? null : action.error,
    stale,
    reset: () => {
      setStale(undefined);
      action.reset();
      form.resetFields();
    },
  };
}

const stepOf = (step: PropertyKey): string | number => (typeof step === "number" ? step : String(step));
