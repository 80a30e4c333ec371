/** Escalations: how often an output went on to somebody with more authority, by a person's hand or because time ran out. */
import { defineMetric } from './metric.ts';

export const escalations = defineMetric({
  id: 'escalations',
  kind: 'counts',
  observe({ decisions, inProcess }) {
    const byHand = decisions.filter(({ verdict }) => verdict === 'escalate').map(({ decidedAt }) => decidedAt);
    const handed = inProcess?.handoffs ?? [];
    const moved = handed.filter(({ why }) => why === 'escalated').map(({ madeAt }) => madeAt);
    const lapsed = handed.filter(({ why }) => why === 'lapsed').map(({ madeAt }) => madeAt);
    return [
      ...[...byHand, ...moved].map((at) => ({ at, value: ['by_hand'] })),
      ...lapsed.map((at) => ({ at, value: ['lapsed'] })),
    ];
  },
});
