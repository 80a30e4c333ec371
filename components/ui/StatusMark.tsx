import { i18n } from '#i18n';
import {
  Ban,
  CircleArrowUp,
  CircleCheck,
  CircleDashed,
  ClipboardCheck,
  Flag,
  type LucideIcon,
  PencilLine,
} from 'lucide-react';
import type { Status } from '../../lib/domain/status.ts';
import { Badge, type Tone } from './Badge.tsx';

const LOOKS: Record<Status, { icon: LucideIcon; tone: Tone }> = {
  unreviewed: { icon: CircleDashed, tone: 'neutral' },
  reported: { icon: Flag, tone: 'notice' },
  approved: { icon: CircleCheck, tone: 'good' },
  approved_with_notes: { icon: ClipboardCheck, tone: 'good' },
  modified: { icon: PencilLine, tone: 'change' },
  blocked: { icon: Ban, tone: 'danger' },
  escalated: { icon: CircleArrowUp, tone: 'raised' },
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
