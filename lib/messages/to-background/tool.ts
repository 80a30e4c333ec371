/** Messages to the background about tool profiles. */
import * as z from 'zod';
import { LONGEST_TOOL } from '../../domain/limits.ts';
import type { Policy, PolicyProblem, PolicySource } from '../../domain/policy/policy.ts';
import { declare, replies } from '../declare.ts';

/** One tool profile in force, as the options show it. */
export interface ListedTool {
  id: string;
  name: string;
  /** None where the tool is known by its markup alone. */
  hosts: readonly string[];
  /** Day on which its selectors were last compared with evidence. */
  checkedAt: string;
  /** Short hash of the whole profile. */
  version: string;
  origin: 'known' | 'policy' | 'patched';
  /** Who switched it off. */
  off?: 'policy' | 'user';
}

/** Everything that says how tools are read here. */
export interface ToolsListed {
  tools: ListedTool[];
  /** True where the policy is managed, or the collector hands one out: then nobody loads one here. */
  managed: boolean;
  /** True where it is managed which tools are switched off. */
  switchesFixed: boolean;
  policy?: { source: PolicySource; acceptedAt: string; text: string; record: Policy };
  refused?: { source: PolicySource; problems: PolicyProblem[]; refusedAt: string };
  /** Match patterns of the policy's sites to which the browser gives no access yet. */
  missing: string[];
}

export const toolMessages = {
  'tool.list': declare({
    from: ['options'],
    does: 'Every tool profile in force, the policy, and what of it was refused.',
    body: () => z.strictObject({}),
    reply: replies<ToolsListed>(),
  }),
  'tool.switch': declare({
    from: ['options'],
    does: 'The user has a tool read by its profile, or not.',
    body: () => z.strictObject({ tool: z.string().max(LONGEST_TOOL), on: z.boolean() }),
  }),
} as const;
