import { i18n } from '#i18n';
import { marksOf } from '../../../lib/domain/output/marks.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { MARK_LOOK } from '../../../lib/look/mark.ts';
import { useTeamNow } from '../../panel/useTeamNow.ts';
import { Badge } from '../../ui/Badge.tsx';
import { PathIcon } from '../../ui/PathIcon.tsx';

/** That a text goes, or went, without an approval, or by one of its own author's: beside its status wherever it is shown. */
export function TextMarks({ output }: { output: Output }) {
  const now = useTeamNow();
  return (
    now &&
    marksOf(output, now).map((mark) => (
      <Badge key={mark} tone={MARK_LOOK[mark].tone} icon={<PathIcon path={MARK_LOOK[mark].icon} />}>
        {i18n.t(`panel.gate.mark.${mark}`)}
      </Badge>
    ))
  );
}
