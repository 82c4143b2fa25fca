import { BREACH_PACKET_ITEMS } from "@rehab/domain/breach/breach-packet";
import type { BreachFile } from "@rehab/schema/breaches";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { PacketList } from "../../../ui/packet-list.tsx";

/** What must be together before the police are told of a serious breach of the agreement. */
export function BreachPacket({ items }: { readonly items: BreachFile["packet"]["items"] }) {
  const labelOf = useCodeLabel();
  return (
    <PacketList items={items.map((item) => ({ ...item, label: labelOf(BREACH_PACKET_ITEMS, item.code) }))} />
  );
}
