/** Versions of a policy as a collector tells of them: read by those who write the next one. */
import * as z from 'zod';
import type { Json } from './draft.ts';

const line = z.lazy(() =>
  z.object({
    number: z.int().min(1),
    version: z.string(),
    inForceFrom: z.string(),
    publishedAt: z.string(),
    by: z.string(),
    note: z.string().optional(),
  }),
);
export type VersionLine = z.infer<typeof line>;

const whole = z.lazy(() => line.unwrap().extend({ own: z.json().nullable(), policy: z.json() }));

/** The versions in an answer, the newest first; none where it is no such answer. */
export function versionLinesOf(said: unknown): VersionLine[] {
  const read = z.object({ versions: z.array(line) }).safeParse(said);
  return read.success ? read.data.versions : [];
}

/** One version with what was written in it: by the team, else by the centre. Undefined where it is no such answer. */
export function policyVersionOf(said: unknown): (VersionLine & { text: Json }) | undefined {
  const read = whole.safeParse(said);
  if (!read.success) return undefined;
  const { own, policy, ...rest } = read.data;
  return { ...rest, text: (own ?? policy) as Json };
}
