import type { EChartsCoreOption } from "echarts/core";
import { fractionText, percentText } from "../../lib/fraction-text.ts";

export interface PlotWords {
  readonly rate: string;
  readonly evidence: string;
  readonly target: string;
}

interface Count {
  readonly numerator: number;
  readonly denominator: number;
  readonly evidenceNumerator: number;
}

const ink = "#344054";
const blue = "#1d4f91";
const green = "#067647";
const red = "#b42318";

const percent = (part: number, whole: number) => (whole === 0 ? null : (part / whole) * 100);
const targetLine = (at: { yAxis: number } | { xAxis: number }, label: string) => ({
  silent: true,
  symbol: "none",
  lineStyle: { color: red, type: "dashed" },
  label: { formatter: label, color: red, position: "end" },
  data: [at],
});
const base = {
  textStyle: { fontFamily: "inherit", color: ink },
};

/** The control rate and its evidence at the end of each month, with the target as a line. */
export function monthPlot(
  months: readonly (Count & { readonly asOf: string })[],
  target: number,
  words: PlotWords,
): EChartsCoreOption {
  const values = months.flatMap(({ numerator, evidenceNumerator, denominator }) => [
    percent(numerator, denominator) ?? 100,
    percent(evidenceNumerator, denominator) ?? 100,
  ]);
  const lowest = Math.max(0, Math.floor((Math.min(...values, target) - 5) / 5) * 5);
  const line = (name: string, color: string, labels: "top" | "bottom", part: (month: Count) => number) => ({
    name,
    type: "line",
    symbolSize: 7,
    itemStyle: { color },
    lineStyle: { color, width: 2 },
    label: {
      show: true,
      position: labels,
      color,
      fontSize: 12,
      formatter: ({ value }: { value: number | null }) => (value === null ? "" : value.toFixed(1)),
    },
    labelLayout: { hideOverlap: true },
    data: months.map((month) => percent(part(month), month.denominator)),
  });
  return {
    ...base,
    grid: { left: 48, right: 76, top: 52, bottom: 28 },
    legend: { top: 0, left: 0, textStyle: { color: ink } },
    tooltip: {
      trigger: "axis",
      formatter: (points: { dataIndex: number }[]) => tooltip(months[points[0]?.dataIndex ?? -1], words),
    },
    xAxis: { type: "category", data: months.map(({ asOf }) => asOf.slice(0, 7)), axisLabel: { color: ink } },
    yAxis: { type: "value", min: lowest, max: 100, axisLabel: { formatter: "{value} %", color: ink } },
    series: [
      {
        ...line(words.rate, blue, "top", (month) => month.numerator),
        markLine: targetLine({ yAxis: target }, words.target),
      },
      line(words.evidence, green, "bottom", (month) => month.evidenceNumerator),
    ],
  };
}

function tooltip(month: (Count & { readonly asOf: string }) | undefined, words: PlotWords): string {
  if (month === undefined) return "";
  const { asOf, numerator, evidenceNumerator, denominator } = month;
  return [
    asOf,
    `${words.rate}：${fractionText(numerator, denominator)}`,
    `${words.evidence}：${fractionText(evidenceNumerator, denominator)}`,
  ].join("<br>");
}

/** The control rate of each station as bars from zero, with the target as a line. */
export function stationPlot(
  stations: readonly (Count & { readonly name: string })[],
  target: number,
  words: PlotWords,
): EChartsCoreOption {
  const bars = (name: string, color: string, part: (station: Count) => number) => ({
    name,
    type: "bar",
    barMaxWidth: 14,
    itemStyle: { color },
    label: {
      show: true,
      position: "insideLeft",
      color: "#fff",
      fontSize: 11,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const station = stations[dataIndex];
        if (station === undefined || station.denominator === 0) return "";
        return `${part(station)} / ${station.denominator} = ${percentText(part(station), station.denominator)}`;
      },
    },
    data: stations.map((station) => percent(part(station), station.denominator)),
  });
  return {
    ...base,
    grid: { left: 120, right: 24, top: 36, bottom: 24 },
    legend: { top: 0, left: 0, textStyle: { color: ink } },
    tooltip: { trigger: "item" },
    xAxis: { type: "value", min: 0, max: 100, axisLabel: { formatter: "{value} %", color: ink } },
    yAxis: {
      type: "category",
      inverse: true,
      data: stations.map(({ name }) => name),
      axisLabel: { color: ink },
    },
    series: [
      {
        ...bars(words.rate, blue, (station) => station.numerator),
        markLine: targetLine({ xAxis: target }, words.target),
      },
      bars(words.evidence, green, (station) => station.evidenceNumerator),
    ],
  };
}
