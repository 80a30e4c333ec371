import { EyeOff, GitCompareArrows } from 'lucide-react';
import { i18n } from '#i18n';
import { openDifferences } from '../../../lib/domain/decision/second.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { Badge } from '../../ui/Badge.tsx';

/** That one is to judge an output a second time, or that two who judged it apart from each other differ. */
export function SecondMark({ output }: { output: Output }) {
  if (output.blind) {
    const what = output.blind.until === undefined ? 'panel.second.title' : 'calibration.title';
    return <Badge icon={<EyeOff size={13} aria-hidden />}>{i18n.t(what)}</Badge>;
  }
  return openDifferences(output).length > 0 ? (
    <Badge tone="raised" icon={<GitCompareArrows size={13} aria-hidden />}>
      {i18n.t('panel.second.differs')}
    </Badge>
  ) : null;
}
