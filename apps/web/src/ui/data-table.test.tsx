import { expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { DataTable } from "./data-table.tsx";

interface Row {
  readonly id: string;
  readonly name: string;
}

const rows: readonly Row[] = [
  { id: "1", name: "甲" },
  { id: "2", name: "乙" },
  { id: "3", name: "丙" },
];

it("walks the rows by arrow keys and opens one with Enter", async () => {
  const onOpen = vi.fn<(row: Row) => void>();
  const screen = await render(
    <DataTable
      label="人员"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[{ key: "name", title: "姓名", dataIndex: "name" }]}
      onOpen={onOpen}
    />,
  );
  const first = screen.getByRole("row", { name: "甲" }).element();
  if (!(first instanceof HTMLElement)) throw new Error("a row is an HTML element");
  first.focus();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}{Enter}");
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(rows[1]);
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  expect(document.activeElement?.textContent).toBe("丙");
});

it("leaves links inside a row to themselves", async () => {
  const onOpen = vi.fn<(row: Row) => void>();
  const screen = await render(
    <DataTable
      label="人员"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[{ key: "name", title: "姓名", render: (_, { name }) => <a href="#file">{name}</a> }]}
      onOpen={onOpen}
    />,
  );
  await screen.getByRole("link", { name: "甲" }).click();
  expect(onOpen).not.toHaveBeenCalled();
});
