import { ArrowUp, Ban, Check, CircleAlert, Flag, ListChecks, type LucideIcon, Pencil } from 'lucide-react';
import { i18n } from '#i18n';
import type { Status } from '../../lib/domain/codes.ts';
import { Badge, type Tone } from './Badge.tsx';

const LOOKS: Record<Status, { icon: LucideIcon; tone: Tone }> = {
  unreviewed: { icon: CircleAlert, tone: 'neutral' },
  reported: { icon: Flag, tone: 'notice' },
  approved: { icon: Check, tone: 'good' },
  approved_with_notes: { icon: ListChecks, tone: 'good' },
  modified: { icon: Pencil, tone: 'change' },
  blocked: { icon: Ban, tone: 'danger' },
  escalated: { icon: ArrowUp, tone: 'raised' },
};

/** The status of an output, by icon, label and colour. */
export function StatusMark({ status }: { status: Status }) {
  const { icon: Icon, tone } = LOOKS[status];
  return (
    <Badge tone={tone} icon={<Icon size={13} aria-hidden />}>
      {i18n.t(`status.${status}`)}
    </Badge>
  );
}
