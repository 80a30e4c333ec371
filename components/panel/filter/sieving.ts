import type { QueueOrder, Sieve } from '../../../lib/domain/decision/sifted.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import type { Process } from '../../../lib/domain/policy/process.ts';

/** What somebody looks for in the queue, and the ways to change it. */
export interface Sieving {
  /** All that wait: what can be chosen is what there is. */
  all: readonly Output[];
  processes: readonly Process[];
  sieve: Sieve;
  setSieve(sieve: Sieve): void;
  order: QueueOrder;
  setOrder(order: QueueOrder): void;
}
