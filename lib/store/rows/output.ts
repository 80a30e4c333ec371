import type { Output } from '../../domain/output/output.ts';

/** An output's row: the fold, and the ids of its reports for look-ups by report. */
export interface OutputRow extends Output {
  reportIds: string[];
}
