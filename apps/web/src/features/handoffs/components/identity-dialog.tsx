import { MEASURES } from "@rehab/domain/supervision/measure";
import { handoffsEndpoints } from "@rehab/schema/handoffs";
import type { HandoffFile, IdentityPerson } from "@rehab/schema/handoffs";
import { Alert, App, Button, Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { isProblem } from "../../../api/problem-error.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useAction, useFresh } from "../../../api/query.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { FormProblem } from "../../../parts/form-problem.tsx";
import { FactList } from "../../../ui/fact-list.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { staleAfterStep } from "../handoff-data.ts";
import styles from "./identity-dialog.module.css";

interface IdentityDialogProps {
  readonly file: HandoffFile;
  readonly onClose: () => void;
}

interface Values {
  readonly idNumber: string;
  readonly replaceBirthDate: boolean;
}

/** Gives a person without an ID number the number; whoever has it already is shown beside the person. */
export function IdentityDialog({ file, onClose }: IdentityDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const fresh = useFresh();
  const check = useAction(handoffsEndpoints.checkIdentity, { quiet: true });
  const { form, submit, pending, error, stale } = useBodyForm(handoffsEndpoints.completeIdentity, {
    request: ({ idNumber, replaceBirthDate }: Values) => ({
      params: { id: file.enrolleeId },
      body: { version: file.enrolleeVersion, idNumber, replaceBirthDate },
    }),
    invalidates: staleAfterStep,
    ifStale: {
      merges: false,
      savedNow: async () => {
        const saved = await fresh(handoffsEndpoints.get, { params: { id: file.caseId } });
        return saved.maskedIdNumber === null ? {} : { idNumber: saved.maskedIdNumber };
      },
    },
    onDone: () => {
      void message.success(t("handoffs.done.identity"));
      onClose();
    },
  });
  const lookUp = () =>
    check.mutate({
      params: { id: file.enrolleeId },
      body: { idNumber: (form.getFieldValue("idNumber") as string | undefined) ?? "" },
    });
  const isTaken = isProblem(error, "id_number_taken");
  const found = check.data;

  return (
    <FormDialog
      width={640}
      title={t("handoffs.identity")}
      okText={t("handoffs.save")}
      form={form}
      initial={{ idNumber: "", replaceBirthDate: false }}
      pending={pending}
      problem={
        <FormProblem
          error={error}
          stale={stale}
          form={form}
          fields={[{ name: "idNumber", label: t("handoffs.idNumber"), onlyShown: true }]}
          onDiscard={onClose}
        />
      }
      onSubmit={submit}
      onClose={onClose}
      onValuesChange={() => check.reset()}
    >
      <Form.Item label={t("handoffs.idNumber")} required htmlFor="idNumber">
        <div className={styles.number}>
          <Form.Item name="idNumber" noStyle>
            <Input id="idNumber" autoComplete="off" maxLength={30} onPressEnter={lookUp} />
          </Form.Item>
          <Button onClick={lookUp} loading={check.isPending}>
            {t("handoffs.identityCheck")}
          </Button>
        </div>
      </Form.Item>
      <ProblemAlert error={check.error} />
      {isTaken && found?.holder === null && <Alert type="warning" title={t("handoffs.identityElsewhere")} />}
      {!isTaken && found?.holder === null && <Alert type="success" title={t("handoffs.identityFree")} />}
      {found?.holder && (
        <>
          <Alert type="warning" title={t("handoffs.identityTaken")} />
          <div className={styles.pair}>
            <Side title={t("handoffs.identityThis")} person={found.person} />
            <Side title={t("handoffs.identityHolder")} person={found.holder} />
          </div>
        </>
      )}
      <Form.Item name="replaceBirthDate" valuePropName="checked">
        <Checkbox>{t("handoffs.replaceBirthDate")}</Checkbox>
      </Form.Item>
      <button type="submit" hidden />
    </FormDialog>
  );
}

function Side({ title, person }: { readonly title: string; readonly person: IdentityPerson }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <FactList
        facts={[
          { label: t("handoffs.name"), value: person.maskedName },
          { label: t("handoffs.idNumber"), value: person.maskedIdNumber },
          { label: t("handoffs.sex"), value: person.sex && t(`common.${person.sex}`) },
          { label: t("handoffs.birthYear"), value: person.birthYear },
          { label: t("handoffs.station"), value: person.stationName },
          { label: t("handoffs.township"), value: person.townshipName },
          {
            label: t("handoffs.measure"),
            value: person.measure === null ? null : labelOf(MEASURES, person.measure),
          },
          { label: t("handoffs.orderNumber"), value: person.orderNumber },
        ]}
      />
    </section>
  );
}
