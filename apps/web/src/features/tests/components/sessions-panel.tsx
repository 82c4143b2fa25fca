import { TEST_METHODS } from "@rehab/domain/testing/drug-test";
import { testsEndpoints } from "@rehab/schema/tests";
import type { TestSessionView } from "@rehab/schema/test-views";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { ProblemAlert } from "../../../api/problems.tsx";
import { pages, useAction } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ListFooter } from "../../../ui/list-footer.tsx";
import matter from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { DayAnnulment } from "./day-annulment.tsx";
import { useResultsText } from "./results-text.ts";
import styles from "./tests.module.css";

/** Test days that were recorded, with their photos. */
export function SessionsPanel() {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const resultsText = useResultsText();
  const list = useInfiniteQuery(
    pages(testsEndpoints.sessions, (cursor) => ({ query: { limit: 20, ...(cursor && { cursor }) } })),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Panel flush title={t("tests.sessions.title")}>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      <DataTable
        compact
        label={t("tests.sessions.title")}
        rows={rows}
        rowKey={({ id }) => id}
        loading={list.isPending}
        minWidth={760}
        empty={<EmptyState title={t("tests.sessions.none")} />}
        columns={[
          {
            key: "day",
            title: t("tests.sessions.day"),
            render: (_, { happenedOn, method }) => `${dayText(happenedOn)} ${labelOf(TEST_METHODS, method)}`,
          },
          {
            key: "place",
            title: t("tests.sessions.station"),
            render: (_, { stationName, place }) => `${stationName} · ${place}`,
          },
          {
            key: "testers",
            title: t("tests.sessions.testers"),
            render: (_, { testers }) => testers.join("、"),
          },
          {
            key: "results",
            title: t("tests.sessions.results"),
            render: (_, { results }) => resultsText(results),
          },
          { key: "batch", title: t("tests.sessions.batch"), dataIndex: "stripBatch" },
          {
            key: "photos",
            title: t("tests.sessions.photos"),
            render: (_, session) => <Photos session={session} />,
          },
          {
            key: "annulment",
            title: t("tests.sessions.annulment"),
            render: (_, session) => <DayAnnulment session={session} />,
          },
        ]}
      />
      <ListFooter
        shown={rows.length}
        total={list.data?.pages[0]?.total.count}
        more={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Panel>
  );
}

/** The photos of a test day; each look is recorded, so nothing is loaded before it is asked for. */
function Photos({ session }: { readonly session: TestSessionView }) {
  const { t } = useTranslation();
  const { ability } = useSession();
  const [address, setAddress] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const look = useAction(testsEndpoints.photo, {
    onDone: ({ blob }) => setAddress(URL.createObjectURL(blob)),
  });
  const add = useAction(testsEndpoints.addPhoto, { invalidates: [testsEndpoints.sessions] });
  useEffect(() => {
    if (address === undefined) return;
    return () => URL.revokeObjectURL(address);
  }, [address]);
  const title = t("tests.sessions.photoTitle", { day: session.happenedOn });
  return (
    <div className={matter.line}>
      {session.photos.map(({ id }, index) => (
        <Button
          key={id}
          size="small"
          loading={look.isPending}
          onClick={() => look.mutate({ params: { id } })}
        >
          {t("tests.sessions.view", { number: index + 1 })}
        </Button>
      ))}
      {session.annulled === null && ability.can("create", "CaseFile") && (
        <>
          <Button
            size="small"
            type="link"
            loading={add.isPending}
            aria-label={t("tests.sessions.addPhotoOf", { day: session.happenedOn })}
            onClick={() => input.current?.click()}
          >
            {t("tests.sessions.addPhoto")}
          </Button>
          <input
            ref={input}
            hidden
            type="file"
            accept="image/jpeg,image/png,image/webp"
            aria-label={t("tests.sessions.addPhotoOf", { day: session.happenedOn })}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = "";
              if (file !== undefined) {
                add.mutate({ params: { id: session.id, factId: newId() }, form: photoForm(file) });
              }
            }}
          />
        </>
      )}
      <Modal open={address !== undefined} title={title} footer={null} onCancel={() => setAddress(undefined)}>
        {address !== undefined && <img src={address} alt={title} className={styles.photo} />}
      </Modal>
    </div>
  );
}

/** The upload of one picture. */
export function photoForm(file: File): FormData {
  const form = new FormData();
  form.append("photo", file, file.name);
  return form;
}
