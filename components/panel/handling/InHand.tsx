import { Hand } from 'lucide-react';
import { i18n } from '#i18n';
import { type Assignment, holderOf } from '../../../lib/domain/decision/handling.ts';
import { usePersonName } from '../../people/personName.ts';
import { Badge } from '../../ui/Badge.tsx';
import { useMe } from './useMe.ts';

/** Who has an item in hand, in the list. */
export function InHand({ assignment }: { assignment: Assignment }) {
  const holder = holderOf(assignment);
  const [who, isMine] = [useHolder(holder), useMe().includes(holder)];
  return (
    <Badge tone="notice" icon={<Hand size={13} aria-hidden />}>
      {isMine ? i18n.t('panel.handling.inMine') : i18n.t('panel.handling.inHand', { who })}
    </Badge>
  );
}

/** What whoever has it is called. A colleague whom only their installation names has no name. */
export function useHolder(holder: string): string {
  const nameOf = usePersonName();
  return holder.startsWith('urn:') ? i18n.t('panel.gate.colleague') : nameOf(holder);
}
