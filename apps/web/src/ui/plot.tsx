import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import type { EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

echarts.use([
  BarChart,
  GridComponent,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  SVGRenderer,
  TooltipComponent,
]);

interface PlotProps {
  readonly option: EChartsCoreOption;
  /** What the plot shows, with its main figures, for those who cannot see it. */
  readonly description: string;
  readonly height: number;
}

/** A plot in SVG that follows its container's width. */
export default function Plot({ option, description, height }: PlotProps) {
  const holder = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = holder.current;
    if (element === null) return undefined;
    const chart = echarts.init(element, undefined, { renderer: "svg" });
    chart.setOption({ animation: false, ...option });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option]);

  return <div ref={holder} role="img" aria-label={description} style={{ height, width: "100%" }} />;
}
