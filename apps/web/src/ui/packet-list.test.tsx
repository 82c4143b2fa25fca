import { expect, it } from "vitest";
import { render } from "vitest-browser-react";
import { PacketList } from "./packet-list.tsx";

it("says of every part whether it is there, and why not", async () => {
  const screen = await render(
    <PacketList
      items={[
        { code: "deadline_over", label: "报到期限届满", present: true, because: "最后一日是2021-07-26" },
        {
          code: "warning_served",
          label: "告诫书送达回执",
          present: false,
          because: "回执有缺项：送达人应为两人",
        },
      ]}
    />,
  );
  const parts = screen.getByRole("list", { name: "移交材料" }).getByRole("listitem");
  await expect.element(parts.nth(0)).toHaveTextContent("已有报到期限届满最后一日是2021-07-26");
  await expect.element(parts.nth(1)).toHaveTextContent("缺告诫书送达回执回执有缺项：送达人应为两人");
});
