import { useState } from 'react';
import { i18n } from '#i18n';
import type { SiteRow } from '../../../lib/store/db.ts';
import type { Learned } from '../../../lib/tools/learned.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { signsText } from '../../words/evidence.ts';
import { ProfileEditor } from '../tools/ProfileEditor.tsx';
import styles from './Sites.module.css';
import type { SiteActions } from './useSiteActions.ts';

/** What was learned of one origin, in plain words, and what a person can do about it. */
export function LearnedSite({ row, actions }: { row: SiteRow; actions: SiteActions }) {
  const { origin, learned, off } = row;
  if (off) {
    return (
      <div className={styles.learned}>
        <p>{i18n.t('sites.off')}</p>
        <div className={styles.buttons}>
          <Button size="small" onClick={() => actions.setOff(row, false)}>
            {i18n.t('sites.readAgain')}
          </Button>
        </div>
      </div>
    );
  }
  return learned ? (
    <LearnedFacts key={learned.learnedAt} row={row} learned={learned} actions={actions} origin={origin} />
  ) : null;
}

interface LearnedFactsProps {
  row: SiteRow;
  learned: Learned;
  origin: string;
  actions: SiteActions;
}

function LearnedFacts({ row, learned, origin, actions }: LearnedFactsProps) {
  const [editing, setEditing] = useState(false);
  const signs = signsText(learned.evidence);
  return (
    <div className={styles.learned}>
      <p>
        {i18n.t(`sites.how.${learned.how}`)} <RelativeTime at={learned.learnedAt} />
        {' · '}
        {i18n.t('sites.outputs', row.outputs)}
      </p>
      {signs ? <p className={styles.small}>{i18n.t('sites.signs', { signs })}</p> : null}
      <Disclosure label={i18n.t('sites.selectors')}>
        <pre className={styles.json} dir="ltr">
          {JSON.stringify(learned.profile, null, 2)}
        </pre>
        <p className={styles.small}>{i18n.t('sites.draftMeaning')}</p>
        <Draft learned={learned} />
      </Disclosure>
      {editing ? (
        <ProfileEditor
          profile={learned.profile}
          onCancel={() => setEditing(false)}
          onSave={(profile) => actions.edit(row, profile)}
        />
      ) : (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => setEditing(true)}>
            {i18n.t('sites.edit')}
          </Button>
          <Button
            size="small"
            look="danger"
            aria-label={i18n.t('sites.forgetOf', { site: origin })}
            onClick={() => actions.forget(row)}
          >
            {i18n.t('sites.forget')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The profile as an admin can put it into a policy. */
function Draft({ learned: { profile } }: { learned: Learned }) {
  const { act } = useSend();
  const text = `${JSON.stringify(profile, null, 2)}\n`;
  const copy = () =>
    act(async () => {
      await navigator.clipboard.writeText(text);
      return i18n.t('sites.copied');
    });
  const save = () => saveFile(`countersign-profile-${profile.id}.json`, new Blob([text], { type: 'application/json' }));
  return (
    <div className={styles.buttons}>
      <Button size="small" onClick={() => void copy()}>
        {i18n.t('sites.copy')}
      </Button>
      <Button size="small" onClick={save}>
        {i18n.t('sites.download')}
      </Button>
    </div>
  );
}
