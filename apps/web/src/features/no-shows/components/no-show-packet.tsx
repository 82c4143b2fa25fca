import { PACKET_ITEMS } from "@rehab/domain/handoff/no-show";
import type { NoShowFile } from "@rehab/schema/no-shows";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { PacketList } from "../../../ui/packet-list.tsx";

/** What must be together before the police are told that somebody did not report in. */
export function NoShowPacket({ items }: { readonly items: NoShowFile["packet"]["items"] }) {
  const labelOf = useCodeLabel();
  return <PacketList items={items.map((item) => ({ ...item, label: labelOf(PACKET_ITEMS, item.code) }))} />;
}
