import type { CodeEntry } from "@rehab/domain/code-list";
import { Form, Input, Select } from "antd";
import type { BodyForm } from "../../../api/body-form.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { FormProblem } from "../../../parts/form-problem.tsx";
import { DayInput } from "../../../ui/day-input.tsx";
import { InlineForm } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";

interface Field<Values extends object> {
  readonly name: keyof Values & string;
  readonly label: string;
}

interface ClosingFormProps<Values extends object> {
  readonly label: string;
  readonly closing: BodyForm<Values>;
  readonly initial: Values;
  readonly result: Field<Values> & { readonly codes: readonly CodeEntry[] };
  readonly day: Field<Values>;
  readonly note: Field<Values>;
  readonly onClose: () => void;
}

/** As antd wants it, which cannot tell that a key of unknown values is a name. */
const nameOf = <Values extends object>({ name }: Field<Values>): string => name;

/** What came of a goal or a help: how it ended, when, and what there is to say; somebody else may have said it first. */
export function ClosingForm<Values extends object>(props: ClosingFormProps<Values>) {
  const { label, closing, initial, result, day, note, onClose } = props;
  const { form, submit, pending, error, stale } = closing;
  const labelOf = useCodeLabel();
  const { session } = useSession();
  return (
    <InlineForm
      label={label}
      form={form}
      initial={initial}
      pending={pending}
      problem={
        <FormProblem
          error={error}
          stale={stale}
          form={form}
          fields={[
            {
              name: result.name,
              label: result.label,
              text: (code) => labelOf(result.codes, String(code)),
            },
            { name: day.name, label: day.label, text: (on) => dayText(String(on)) },
            { name: note.name, label: note.label },
          ]}
          onDiscard={onClose}
        />
      }
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item name={nameOf(result)} label={result.label} required>
        <Select
          options={result.codes.map(({ code }) => ({ value: code, label: labelOf(result.codes, code) }))}
        />
      </Form.Item>
      <Form.Item name={nameOf(day)} label={day.label} required>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item className={styles.wide ?? ""} name={nameOf(note)} label={note.label}>
        <Input maxLength={1000} />
      </Form.Item>
    </InlineForm>
  );
}
