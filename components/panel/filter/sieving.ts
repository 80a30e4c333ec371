import type { QueueOrder, Sieve } from '../../../lib/domain/decision/sifted.ts';
import type { Process } from '../../../lib/domain/policy/process.ts';

/** What somebody looks for in the queue, and the ways to change it. */
export interface Sieving {
  processes: readonly Process[];
  sieve: Sieve;
  setSieve(sieve: Sieve): void;
  order: QueueOrder;
  setOrder(order: QueueOrder): void;
}
