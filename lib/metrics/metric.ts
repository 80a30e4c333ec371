/** What a metric is: one figure, worked out from outputs without their words. */
import type { FigureKind } from '../domain/figures/figure.ts';
import type { Measure } from '../domain/figures/view.ts';

interface Named<K extends FigureKind> extends Measure<K> {
  /** One word, also the file name; `figures.metric.<id>` in the locales has its name and definition. */
  id: string;
}

export type Metric = { [K in FigureKind]: Named<K> }[FigureKind];

/** A typed identity, so that a metric's file is checked where it is written. */
export const defineMetric = <K extends FigureKind, const I extends string>(
  metric: Named<K> & { id: I },
): Named<K> & { id: I } => metric;
