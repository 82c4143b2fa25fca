import dayjs from "dayjs";
import { messages } from "../messages/language.ts";

/** `2021-06-30 周三` */
export function dayText(day: string): string {
  return dayjs(day).format("YYYY-MM-DD ddd");
}

/** `6-01 至 6-30`, in the words of the span's own year. */
export function spanText(from: string, to: string): string {
  return fromTo(dayjs(from).format("M-DD"), dayjs(to).format("M-DD"));
}

/** `2021-06-01 至 2021-06-30`: two days, or what stands for them, in the reader's language. */
export function fromTo(from: string, to: string): string {
  return messages.t("common.fromTo", { from, to });
}

/** `2021-12-31 09:00`, at the place that the moment itself names, else at the reader's place. */
export function momentText(moment: string): string {
  const namesPlace = /[+-]\d{2}:\d{2}$/u.test(moment);
  return namesPlace ? moment.slice(0, 16).replace("T", " ") : dayjs(moment).format("YYYY-MM-DD HH:mm");
}
