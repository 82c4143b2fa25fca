import { TEST_METHODS } from "@rehab/domain/testing/drug-test";
import { SessionBody } from "@rehab/schema/test-bodies";
import { testsEndpoints } from "@rehab/schema/tests";
import type { CallRow, TestSessionView } from "@rehab/schema/test-views";
import { Button, Form, Input, Select } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { v5 as idFrom, v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemError } from "../../../api/problem-error.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useAction } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { useDraftState } from "../../../lib/draft-state.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import matter from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { countsOf, entriesOf, listedRows, withRow } from "../day-draft.ts";
import type { DayDraft, DayEntry } from "../day-draft.ts";
import { changedByTests } from "../test-answers.ts";
import { DayGrid } from "./day-grid.tsx";
import { DaySummary } from "./day-summary.tsx";
import { ExceptionsPanel } from "./exceptions-panel.tsx";
import { OthersPanel } from "./others-panel.tsx";
import { photoForm } from "./sessions-panel.tsx";
import { TesterFields } from "./tester-fields.tsx";
import styles from "./tests.module.css";

export interface DayHead {
  readonly method: "urine" | "saliva";
  readonly place: string;
  readonly tester: string;
  readonly secondTester: string;
  readonly womanCollector?: string | null;
  readonly stripBatch: string;
  readonly note: string;
}

interface DayFormProps {
  readonly on: string;
  readonly onDay: (day: string) => void;
  readonly rows: readonly CallRow[];
  readonly stationName: string;
  readonly nameOf: (row: CallRow) => string;
  readonly onRecorded: (session: TestSessionView, photoFailed: boolean) => void;
}

/** A test day from its head to its confirmation. What is typed is kept in the tab until it is recorded. */
export function DayForm({ on, onDay, rows, stationName, nameOf, onRecorded }: DayFormProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const own = session.account.id;
  const [draft, keepDraft, discardDraft] = useDraftState<DayDraft>(`test-day-${own}-${on}`, {
    sessionId: newId(),
    rows: {},
  });
  const [head, keepHead] = useDraftState<DayHead>(`test-day-head-${own}`, {
    method: "urine",
    place: stationName,
    tester: session.account.displayName,
    secondTester: "",
    womanCollector: null,
    stripBatch: "",
    note: "",
  });
  const [photo, setPhoto] = useState<File>();
  const [confirming, setConfirming] = useState(false);
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const picture = useRef<HTMLInputElement>(null);
  const listed = listedRows(rows, draft);
  const entries = entriesOf(listed, draft, (enrolleeId) => idFrom(enrolleeId, draft.sessionId));
  const upload = useAction(testsEndpoints.addPhoto, { quiet: true, invalidates: [testsEndpoints.sessions] });

  const bodyOf = (values: DayHead) => ({
    ...values,
    id: draft.sessionId,
    happenedOn: on,
    womanCollector: values.womanCollector ?? null,
    entries,
  });
  const finish = (recorded: TestSessionView) => {
    discardDraft();
    if (photo === undefined) {
      onRecorded(recorded, false);
      return;
    }
    upload.mutate(
      { params: { id: recorded.id, factId: newId() }, form: photoForm(photo) },
      { onSuccess: () => onRecorded(recorded, false), onError: () => onRecorded(recorded, true) },
    );
  };
  const { form, submit, pending, error } = useBodyForm(testsEndpoints.recordDay, {
    request: (values: DayHead) => ({ body: bodyOf(values) }),
    invalidates: changedByTests,
    onDone: finish,
    onRefused: (refusal) => {
      setProblems(problemsOf(refusal, entries));
      setConfirming(false);
    },
  });
  const women = listed.filter(({ sex }) => sex !== "male").length;
  const counts = countsOf(listed, draft);

  return (
    <>
      <Form
        form={form}
        name="test-day"
        layout="vertical"
        aria-label={t("tests.head.title")}
        initialValues={head}
        onValuesChange={(_, values: DayHead) => keepHead(values)}
        onFinish={(values) => {
          // what the contract refuses is said at its field before anything is confirmed
          if (SessionBody.safeParse(bodyOf(values)).success) setConfirming(true);
          else submit(values);
        }}
      >
        <div className={styles.stack}>
          <Panel title={`${t("tests.head.title")} · ${stationName}`}>
            <ProblemAlert error={error} />
            {problems.size > 0 && (
              <p role="alert" className={styles.rowError}>
                {t("tests.confirm.rowProblems", { count: problems.size })}
              </p>
            )}
            <div className={styles.fields}>
              <Form.Item label={t("tests.head.happenedOn")} htmlFor="test-day-on" required>
                <DayInput
                  id="test-day-on"
                  value={on}
                  max={session.today}
                  onChange={(day) => day !== null && onDay(day)}
                />
              </Form.Item>
              <Form.Item name="method" label={t("tests.head.method")} required>
                <Select
                  options={(["urine", "saliva"] as const).map((code) => ({
                    value: code,
                    label: labelOf(TEST_METHODS, code),
                  }))}
                />
              </Form.Item>
              <Form.Item name="place" label={t("tests.head.place")} required>
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name="stripBatch" label={t("tests.head.stripBatch")} required>
                <Input maxLength={60} autoComplete="off" />
              </Form.Item>
              <TesterFields women={women} />
              <Form.Item name="note" label={t("tests.head.note")}>
                <Input maxLength={500} />
              </Form.Item>
              <Form.Item
                className={matter.wide ?? ""}
                label={t("tests.head.photo")}
                extra={t("tests.head.photoHelp")}
              >
                <div className={matter.line}>
                  <Button onClick={() => picture.current?.click()}>{t("tests.head.choosePhoto")}</Button>
                  {photo !== undefined && (
                    <>
                      <span>{photo.name}</span>
                      <Button type="link" size="small" onClick={() => setPhoto(undefined)}>
                        {t("tests.head.removePhoto")}
                      </Button>
                    </>
                  )}
                  <input
                    ref={picture}
                    hidden
                    type="file"
                    accept="image/jpeg,image/png,image/webp"
                    aria-label={t("tests.head.choosePhoto")}
                    onChange={(event) => setPhoto(event.target.files?.[0])}
                  />
                </div>
              </Form.Item>
            </div>
          </Panel>
          <div className={styles.columns}>
            <Panel flush title={`${t("tests.grid.title")} ${listed.length}`}>
              {listed.length === 0 ? (
                <EmptyState title={t("tests.grid.none")} help={t("tests.grid.noneHelp")} />
              ) : (
                <DayGrid
                  rows={listed}
                  draft={draft}
                  nameOf={nameOf}
                  problems={problems}
                  onResult={(id, result) => keepDraft(withRow(draft, id, { result }))}
                  onRemove={(id) => {
                    const { [id]: _removed, ...others } = draft.rows;
                    keepDraft({ ...draft, rows: others });
                  }}
                />
              )}
            </Panel>
            <div className={styles.beside}>
              <ExceptionsPanel
                rows={listed}
                draft={draft}
                nameOf={nameOf}
                onChange={(id, change) => keepDraft(withRow(draft, id, change))}
              />
              <div>
                <div className={matter.buttons}>
                  <Button type="primary" htmlType="submit" disabled={entries.length === 0}>
                    {t("tests.confirm.button")}
                  </Button>
                  {entries.length === 0 && <span className={matter.soft}>{t("tests.confirm.nobody")}</span>}
                </div>
                <p className={matter.small}>{t("tests.confirm.kept")}</p>
              </div>
            </div>
          </div>
          <OthersPanel
            rows={rows.filter((row) => !listed.includes(row))}
            nameOf={nameOf}
            onAdd={(id) => keepDraft(withRow(draft, id, { added: true }))}
          />
        </div>
      </Form>
      <DaySummary
        open={confirming}
        line={t("tests.confirm.line", {
          day: dayText(on),
          method: labelOf(TEST_METHODS, head.method),
          count: entries.length,
        })}
        counts={counts}
        listed={listed}
        draft={draft}
        nameOf={nameOf}
        pending={pending || upload.isPending}
        onConfirm={() => submit(form.getFieldsValue(true) as DayHead)}
        onBack={() => setConfirming(false)}
      />
    </>
  );
}

/** What the server said about single people, by person: `/body/entries/3` is the fourth that was sent. */
function problemsOf(refusal: unknown, entries: readonly DayEntry[]): Map<string, string> {
  const errors = refusal instanceof ProblemError ? (refusal.problem.errors ?? []) : [];
  return new Map(
    errors.flatMap(({ pointer, detail }) => {
      const index = /\/entries\/(\d+)/u.exec(pointer)?.[1];
      const entry = index === undefined ? undefined : entries[Number(index)];
      return entry === undefined ? [] : [[entry.enrolleeId, detail] as const];
    }),
  );
}
