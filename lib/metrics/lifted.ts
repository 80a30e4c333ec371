/** Blocks lifted: of what was blocked, drawn and looked at again by somebody else, the texts that this one found usable. */
import { answerIn } from '../domain/decision/second.ts';
import { defineMetric } from './metric.ts';

export const lifted = defineMetric({
  id: 'lifted',
  kind: 'share',
  observe: ({ inProcess, decisions }) =>
    (inProcess?.secondLooks ?? []).flatMap(({ madeAt, answeredBy }) => {
      const look = decisions.find(({ decisionId }) => decisionId === answeredBy);
      return look ? [{ at: madeAt, value: answerIn(look.verdict) !== 'blocked' }] : [];
    }),
});
