/** What the pages use of Apache ECharts, whose package for Maven comes without its declarations. */
declare module "echarts/core" {
  export type EChartsCoreOption = Record<string, unknown>;

  export interface EChartsType {
    setOption(option: EChartsCoreOption, how?: { notMerge?: boolean; replaceMerge?: string[]; lazyUpdate?: boolean }): void;
    resize(size?: { width?: number; height?: number }): void;
    dispose(): void;
    on(event: string, listener: (event: any) => void): void;
    off(event: string): void;
    dispatchAction(action: Record<string, unknown>): void;
    convertToPixel(where: Record<string, unknown>, value: number[]): number[];
    convertFromPixel(where: Record<string, unknown>, pixel: number[]): number[];
    getZr(): { on(event: string, listener: (event: any) => void): void };
  }

  export function init(
    element: HTMLElement,
    theme?: string | null,
    how?: { renderer?: "canvas"; width?: number; height?: number; locale?: string },
  ): EChartsType;

  export function use(parts: unknown[]): void;
}

declare module "echarts/charts" {
  export const BarChart: unknown;
  export const CustomChart: unknown;
  export const HeatmapChart: unknown;
  export const LineChart: unknown;
  export const ScatterChart: unknown;
}

declare module "echarts/components" {
  export const BrushComponent: unknown;
  export const DataZoomComponent: unknown;
  export const DataZoomInsideComponent: unknown;
  export const GraphicComponent: unknown;
  export const GridComponent: unknown;
  export const TooltipComponent: unknown;
}

declare module "echarts/renderers" {
  export const CanvasRenderer: unknown;
}
