/** In time: of what somebody asked for in a process that sets a time, the share that was answered within it. */

import { countedAt } from '../domain/figures/counted.ts';
import { waitsOf } from '../domain/figures/waits.ts';
import { pausesOf } from '../domain/output/process-record.ts';
import { dueAt } from '../domain/policy/calendar.ts';
import { defineMetric } from './metric.ts';

export const punctual = defineMetric({
  id: 'punctual',
  kind: 'share',
  observe(output, { now, processes, calendar }) {
    const hours = processes.get(countedAt(output).stratum.process)?.dueAfterHours;
    if (hours === undefined) return [];
    const pauses = output.inProcess ? pausesOf(output.inProcess) : [];
    return waitsOf(output).flatMap(({ since, endedAt, takenBackAt }) => {
      const due = dueAt(since, hours, calendar, pauses);
      if (due === undefined || takenBackAt !== undefined) return [];
      if (endedAt !== undefined) return [{ at: since, value: endedAt <= due }];
      // What is open and not yet due is neither.
      return due < now ? [{ at: since, value: false }] : [];
    });
  },
});
