import type { Endpoint, RequestOf, Schema } from "@rehab/schema/endpoint";
import { Form } from "antd";
import type { FormInstance } from "antd";
import { safeParse } from "zod/v4/core";
import type { AnswerOf } from "./call.ts";
import { ProblemError } from "./problem-error.ts";
import { fieldErrorsOf } from "./problems.tsx";
import { useAction } from "./query.ts";

interface BodyFormOptions<E extends Endpoint, Values> {
  /** The request that the form's values make. */
  readonly request: (values: Values) => RequestOf<E>;
  readonly invalidates?: readonly Endpoint[];
  readonly onDone?: (answer: AnswerOf<E>) => void;
}

interface BodyForm<Values> {
  readonly form: FormInstance<Values>;
  readonly submit: (values: Values) => void;
  readonly pending: boolean;
  /** What the server refused as a whole; errors of single fields stand under their fields. */
  readonly error: unknown;
  readonly reset: () => void;
}

/** A form for an endpoint's body: the contract's own rules before sending, the server's answers under the fields. */
export function useBodyForm<E extends Endpoint & { readonly body: Schema }, Values extends object>(
  endpoint: E,
  options: BodyFormOptions<E, Values>,
): BodyForm<Values> {
  const [form] = Form.useForm<Values>();
  const action = useAction(endpoint, {
    quiet: true,
    ...(options.invalidates && { invalidates: options.invalidates }),
    ...(options.onDone && { onDone: options.onDone }),
  });

  const showErrors = (fields: { name: (string | number)[]; errors: string[] }[]) => {
    form.setFields(fields as unknown as Parameters<typeof form.setFields>[0]);
    const first = fields[0];
    if (first) form.scrollToField(first.name, { focus: true });
  };

  const submit = (values: Values) => {
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
        if (error instanceof ProblemError) showErrors(fieldErrorsOf(error.problem));
      },
    });
  };

  const onlyFields = action.error instanceof ProblemError && (action.error.problem.errors?.length ?? 0) > 0;
  return {
    form,
    submit,
    pending: action.isPending,
    error: onlyFields ? null : action.error,
    reset: () => {
      action.reset();
      form.resetFields();
    },
  };
}

const stepOf = (step: PropertyKey): string | number => (typeof step === "number" ? step : String(step));
