import { i18n } from '#i18n';
import type { Status } from '../../../lib/domain/codes.ts';
import { STATUS_LOOK } from '../../../lib/look/status.ts';
import { Badge } from '../../ui/Badge.tsx';
import { PathIcon } from '../../ui/PathIcon.tsx';

/** The status of an output, by icon, label and colour. */
export function StatusMark({ status }: { status: Status }) {
  const { icon, tone } = STATUS_LOOK[status];
  return (
    <Badge tone={tone} icon={<PathIcon path={icon} />}>
      {i18n.t(`status.${status}`)}
    </Badge>
  );
}
