/** Who may do what. The extension hides what a role may not do and says why; the collector refuses it. */
import * as z from 'zod';

/** `ingest` is for programs that only hand in what they found: it reads nothing. */
export const ROLES = ['reporter', 'reviewer', 'admin', 'ingest'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** Whether a role may decide on outputs. Without an endpoint a person decides alone (`undefined`). */
export const mayDecide = (role: Role | undefined): boolean =>
  role === undefined || role === 'reviewer' || role === 'admin';

/** Whether a role may read the team's events. */
export const mayRead = (role: Role): boolean => role !== 'ingest';

/** What the collector answers to `GET /v1/me`. */
export const meSchema = z.object({
  team: z.string().min(1).max(100),
  subject: z.string().min(1).max(200),
  name: z.string().max(200).optional(),
  role: roleSchema,
});
export type Me = z.infer<typeof meSchema>;
