/** The table of operating characteristics in `docs/review.md`: what plans of review ask for and let out, with reviewers who miss some. */
import { aoql, cspCharacter } from '../../lib/domain/review/csp.ts';

const PLANS = [
  { clean: 20, oneIn: 5 },
  { clean: 30, oneIn: 10 },
  { clean: 59, oneIn: 10 },
  { clean: 50, oneIn: 20 },
] as const;
const MISSES = [0, 0.2, 0.5];
const SHARES = [0.001, 0.01, 0.02, 0.05, 0.1, 0.2];

/** With reviewers who miss some, more goes out the more defects there are: where everything stops is where that ends. */
const STOPPED = 0.2;

const percent = (share: number, digits = 1): string => `${(share * 100).toFixed(digits)} %`;

/** Markdown: for each plan and miss rate, the share reviewed and the share that goes out, by the share of defects; and the limit. */
export function operatingTable(): string {
  const head = [
    'Plan',
    'Missed',
    ...SHARES.map((share) => `${Number((share * 100).toFixed(1))} % defects`),
    `At most, below ${percent(STOPPED, 0)} (AOQL)`,
  ];
  const rows = PLANS.flatMap((plan) =>
    MISSES.map((miss) => {
      const cells = SHARES.map((share) => {
        const { reviewed, outgoing } = cspCharacter(plan, share, miss);
        return `${percent(reviewed, 0)} → ${percent(outgoing, 2)}`;
      });
      const limit = aoql(plan, miss, STOPPED);
      const most = `${percent(limit.outgoing, 2)} (at ${percent(limit.at)})`;
      return [`${plan.clean}, then 1 in ${plan.oneIn}`, percent(miss, 0), ...cells, most];
    }),
  );
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
