import { useState } from 'react';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import type { MessageBody, MessageName } from '../../../lib/messages/to-background/index.ts';
import type { SiteRow } from '../../../lib/store/db.ts';
import type { ToolProfile } from '../../../lib/tools/profile.ts';
import { useSend } from '../../sending/useSend.ts';

/** Something that was done to a site and can be undone. */
interface Undoable {
  text: string;
  undo(): void;
}

/** What a person can do to what was learned of a site; each can be undone. */
export interface SiteActions {
  forget(row: SiteRow): void;
  edit(row: SiteRow, profile: ToolProfile): void;
  setOff(row: SiteRow, off: boolean): void;
}

/** The actions on learned sites, and the last one that can be undone. */
export function useSiteActions(): { actions: SiteActions; last: Undoable | undefined } {
  const { act } = useSend();
  const [last, setLast] = useState<Undoable>();
  const carryOut = <K extends MessageName>(type: K, body: MessageBody<K>, then: Undoable | undefined) =>
    act(async () => {
      await send(type, body);
      setLast(then);
      return then?.text ?? i18n.t('sites.undone');
    });
  const putBack = ({ origin, learned }: SiteRow) => {
    if (learned)
      void carryOut('site.restore', { origin, learned: { ...learned, evidence: [...learned.evidence] } }, undefined);
  };
  const done = (text: string, row: SiteRow): Undoable => ({ text, undo: () => putBack(row) });
  return {
    last,
    actions: {
      forget: (row) =>
        void carryOut(
          'site.forget',
          { origin: row.origin },
          done(i18n.t('sites.forgotten', { site: row.origin }), row),
        ),
      edit: (row, profile) =>
        void carryOut(
          'site.edit',
          { origin: row.origin, profile },
          done(i18n.t('sites.edited', { site: row.origin }), row),
        ),
      setOff: (row, off) => {
        const undo = () => void carryOut('site.off', { origin: row.origin, off: !off }, undefined);
        const text = i18n.t(off ? 'sites.nowOff' : 'sites.nowOn', { site: row.origin });
        void carryOut('site.off', { origin: row.origin, off }, { text, undo });
      },
    },
  };
}
