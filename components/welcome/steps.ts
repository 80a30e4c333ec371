/** The first steps of each of the three people, and where each step is taken. */
import type { Role } from '../../lib/domain/codes.ts';

export const PATHS = {
  user: ['practice', 'connect', 'flag', 'fate'],
  lead: ['practice', 'connect', 'queue', 'decide', 'figures', 'away'],
  admin: ['practice', 'server', 'connect', 'people', 'rules', 'rollout'],
} as const;
export type PathName = keyof typeof PATHS;
export const PATH_NAMES = ['user', 'lead', 'admin'] as const satisfies PathName[];
export type StepName = (typeof PATHS)[PathName][number];

/** Pages of ours on which a step is taken. */
export const PAGE_OF = {
  practice: '#practice',
  connect: '/options.html#server',
  figures: '/figures.html',
  away: '/options.html#away',
  people: '/options.html#people',
  rules: '/policy.html',
} as const satisfies Partial<Record<StepName, string>>;

/** Steps that are taken in the side panel, and the tab of it. */
export const TAB_OF = { fate: 'mine', queue: 'queue' } as const satisfies Partial<Record<StepName, string>>;

/** The path of somebody of whom the team's server has said what they may do; whoever is alone begins as a user. */
export const pathFor = (role: Role | undefined): PathName =>
  role === 'admin' ? 'admin' : role === 'reviewer' ? 'lead' : 'user';
