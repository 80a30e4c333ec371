/** All targets. A new one is a file and a line here. */
import type { Target } from '../target.ts';
import { collector } from './collector.ts';

export const TARGETS: readonly Target[] = [collector];

/** The target with an id. */
export function targetById(id: string): Target {
  const target = TARGETS.find((candidate) => candidate.id === id);
  if (!target) throw new Error(`there is no target called ${id}`);
  return target;
}
