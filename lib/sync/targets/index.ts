/** All targets. A new one is a file and a line here. */
import type { TargetRow } from '../../store/db.ts';
import type { Target } from '../target.ts';
import { cloudevents } from './cloudevents.ts';
import { collector } from './collector.ts';
import { langfuse } from './langfuse.ts';
import { opentelemetry } from './opentelemetry.ts';
import { slack } from './slack.ts';
import { teams } from './teams.ts';

export const TARGETS: readonly Target[] = [cloudevents, collector, langfuse, opentelemetry, slack, teams];

/** The target with an id. */
export function targetById(id: string): Target {
  const target = TARGETS.find((candidate) => candidate.id === id);
  if (!target) throw new Error(`there is no target called ${id}`);
  return target;
}

/** The address of which access is asked for a target that is set up. */
export const targetAddressOf = ({ kind, settings }: Pick<TargetRow, 'kind' | 'settings'>): string =>
  targetById(kind).address(settings);
