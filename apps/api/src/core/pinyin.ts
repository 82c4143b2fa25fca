import { pinyin } from "pinyin-pro";

/** The syllables of a name without tones; a surname is read as a surname (单 shan, 曾 zeng). */
export function syllablesOf(name: string): string[] {
  return pinyin(name, { toneType: "none", type: "array", surname: "head", v: true, nonZh: "consecutive" })
    .map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9]/gu, ""))
    .filter((syllable) => syllable !== "");
}

/** What names are sorted by: syllable after syllable, so that 李明 comes before 黎安 only by its second. */
export function sortKeyOf(name: string): string {
  return `${syllablesOf(name).join(" ")} ${name}`;
}
