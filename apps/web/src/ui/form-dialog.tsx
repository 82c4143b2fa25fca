import { Form, Modal } from "antd";
import type { FormInstance, FormProps, ModalProps } from "antd";
import { useId } from "react";
import type { ReactNode } from "react";

interface FormDialogProps<Values extends object> {
  readonly open?: boolean;
  readonly title: string;
  readonly okText: string;
  /** What it does cannot simply be done again the other way round. */
  readonly danger?: boolean;
  /** What happens, before anything is asked. */
  readonly help?: ReactNode;
  readonly width?: number;
  readonly form: FormInstance<Values>;
  readonly initial: Partial<Values>;
  readonly pending: boolean;
  /** What was refused as a whole. */
  readonly problem: ReactNode;
  readonly onSubmit: (values: Values) => void;
  readonly onClose: () => void;
  readonly onValuesChange?: () => void;
  readonly requiredMark?: FormProps["requiredMark"];
  /** A dialog that has to be answered cannot be closed. */
  readonly mustAnswer?: boolean;
  readonly children: ReactNode;
}

const closedNever: ModalProps = {
  closable: false,
  keyboard: false,
  mask: { closable: false },
  cancelButtonProps: { style: { display: "none" } },
};

/** A short form over the page: what it does, what is asked, and what was refused in its place. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { open = true, title, okText, danger = false, help, width, mustAnswer = false, children } = props;
  const { form, initial, pending, problem, onSubmit, onClose, onValuesChange, requiredMark } = props;
  // Fields are found by the form's name and their own: a dialog can stand over a page with forms.
  const name = useId();
  return (
    <Modal
      open={open}
      title={title}
      okText={okText}
      confirmLoading={pending}
      onOk={form.submit}
      onCancel={onClose}
      {...(danger && { okButtonProps: { danger } })}
      {...(width !== undefined && { width })}
      {...(mustAnswer && closedNever)}
    >
      {help !== undefined && <div style={{ marginBottom: 12 }}>{help}</div>}
      <Form
        form={form}
        name={name}
        layout="vertical"
        initialValues={initial}
        onFinish={onSubmit}
        {...(onValuesChange && { onValuesChange: () => onValuesChange() })}
        {...(requiredMark !== undefined && { requiredMark })}
      >
        {problem}
        {children}
      </Form>
    </Modal>
  );
}
