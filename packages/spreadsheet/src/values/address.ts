const PROVINCE =
  /^(?:北京|天津|上海|重庆)市?|^[^省市县区旗镇乡村街]{2,8}?(?:省|自治区|特别行政区)|^(?:内蒙古|广西|西藏|宁夏|新疆)(?!市)/;
const PREFECTURE = /^[^省市县区旗镇乡村街]{2,6}?(?:市|自治州|地区|盟)/;
const COUNTY = /^[^省市县区旗镇乡村街]{1,8}?(?:自治县|县|林区|(?<![社小园库校景])区|旗|市)/;

/** The county, district or county-level city that an address names: `湖南省岳阳市湘阴县…` → `湘阴县`. */
export function findCountyIn(address: string): string | undefined {
  const whole = address.normalize("NFKC").replaceAll(/\s/g, "");
  const rest = whole.replace(PROVINCE, "");
  const prefecture = PREFECTURE.exec(rest)?.[0];
  if (prefecture !== undefined) {
    return COUNTY.exec(rest.slice(prefecture.length))?.[0] ?? prefecture;
  }
  return COUNTY.exec(rest)?.[0];
}

/**
 * The township of a list that an address names, with or without 镇, 乡 or 街道 behind its name.
 * Undefined when none or two fit, or when the address names another county than `county`.
 */
export function townshipIn(
  address: string,
  townships: readonly string[],
  county?: string,
): string | undefined {
  const named = findCountyIn(address);
  if (county !== undefined && named !== undefined && named !== county) return undefined;
  const bare = address.normalize("NFKC").replaceAll(/\s/g, "");
  const whole = townships.filter((township) => bare.includes(township));
  if (whole.length > 0) return earliestLongest(bare, whole);
  const rest = named === undefined ? bare : bare.slice(bare.indexOf(named) + named.length);
  const stems = townships.filter((township) => {
    const stem = township.replace(/(街道办事处|街道|镇|乡)$/, "");
    return stem.length >= 2 && rest.startsWith(stem);
  });
  return stems.length === 1 ? stems[0] : undefined;
}

function earliestLongest(address: string, townships: readonly string[]): string | undefined {
  return [...townships].sort((a, b) => address.indexOf(a) - address.indexOf(b) || b.length - a.length)[0];
}
