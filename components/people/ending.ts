import { endsSoon } from '../../lib/domain/people/role.ts';
import type { TargetRow } from '../../lib/store/db.ts';
import { dateText } from '../ui/RelativeTime.tsx';

/** The day on which a token ends, where that is so soon that its person should hear of it while it still works. */
export function endingOf(row: TargetRow | undefined): { endsOn?: string } {
  if (!row?.expiresAt || !endsSoon(row.expiresAt, Date.now())) return {};
  return { endsOn: dateText(row.expiresAt) };
}
