import { inventedName } from "./invented-names.ts";
import type { Random } from "./random.ts";

export interface InventedStation {
  readonly name: string;
  readonly townships: readonly string[];
  readonly staff: readonly InventedStaff[];
}

export interface InventedStaff {
  readonly name: string;
  readonly post: string;
}

const townshipsPerStation = 3;
const staffPerStation = 3;
const first = [..."东西南北青白清石金新长大小高双龙凤云平安永和兴福"];
const second = [..."塘湖江桥岭山溪泉滨潭洲坪沙田港湾坝关亭林河口冲"];
const kinds = ["镇", "乡", "街道"];

/** So many stations, each with three townships of its own and three members of staff. */
export function inventedStations(random: Random, count: number): InventedStation[] {
  return Array.from({ length: count }, (_, station) => {
    const townships = Array.from({ length: townshipsPerStation }, (_unused, township) =>
      townshipName(station * townshipsPerStation + township),
    );
    return {
      name: `${townships[0] ?? ""}中心站`,
      townships,
      staff: Array.from({ length: staffPerStation }, (_unused, position) => ({
        name: inventedName(random, random.chance(0.5) ? "male" : "female"),
        post: position === 0 ? "站长" : "专干",
      })),
    };
  });
}

/** Another name for each number: two characters and a kind, then three characters. */
function townshipName(number: number): string {
  const head = first[number % first.length] ?? "";
  const rest = Math.floor(number / first.length);
  const tail = second[rest % second.length] ?? "";
  const round = Math.floor(rest / second.length);
  const kind = kinds[round % kinds.length] ?? "";
  const further = Math.floor(round / kinds.length);
  return `${head}${further === 0 ? "" : (second[further - 1] ?? String(further))}${tail}${kind}`;
}
