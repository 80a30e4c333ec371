import { useState } from 'react';
import { i18n } from '#i18n';
import type { PersonToken } from '../../../lib/messages/to-background/person.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { displayLanguage } from '../../ui/locale.ts';
import { Notice } from '../../ui/Notice.tsx';
import styles from '../Options.module.css';
import { PersonForm } from './PersonForm.tsx';
import { usePeople } from './usePeople.ts';

/** Who is in the team, for its administrators: added, and ended. */
export function People() {
  const { isAdmin, tokens, problem, token, add, end, again } = usePeople();
  const [adding, setAdding] = useState(false);
  if (!isAdmin) return null;
  const good = tokens?.filter(({ revokedAt }) => revokedAt === null) ?? [];
  return (
    <section className={styles.card} aria-label={i18n.t('people.title')}>
      <h2 className={styles.title}>{i18n.t('people.title')}</h2>
      <p className={styles.intro}>{i18n.t('people.intro')}</p>
      {problem ? (
        <Notice>
          <p>{problem}</p>
          <Button size="small" onClick={again}>
            {i18n.t('people.again')}
          </Button>
        </Notice>
      ) : null}
      {token ? (
        <Notice>
          <p>{i18n.t('people.token')}</p>
          <code data-token>{token}</code>
        </Notice>
      ) : null}
      <ul className={styles.people}>
        {good.map((each) => (
          <Person key={each.tokenId} token={each} onEnd={() => end(each.tokenId)} />
        ))}
      </ul>
      {adding ? (
        <PersonForm
          onAdd={async (who) => {
            if (await add(who)) setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <div>
          <Button onClick={() => setAdding(true)}>{i18n.t('people.add')}</Button>
        </div>
      )}
    </section>
  );
}

function Person({ token, onEnd }: { token: PersonToken; onEnd(): void }) {
  const { subject, name, role, expiresAt } = token;
  return (
    <li>
      <strong>{name ?? subject}</strong> {name ? `${subject} · ` : ''}
      {i18n.t(`role.${role}`)} <Ends at={expiresAt} />
      <ConfirmDialog
        trigger={
          <Button size="small" look="quiet" aria-label={i18n.t('people.endOf', { name: name ?? subject })}>
            {i18n.t('people.end')}
          </Button>
        }
        title={i18n.t('people.endTitle', { name: name ?? subject })}
        text={i18n.t('people.endText')}
        confirm={i18n.t('people.end')}
        onConfirm={onEnd}
      />
    </li>
  );
}

/** Time enough to hand somebody a new one. */
const SOON_MS = 14 * 86_400_000;

function Ends({ at }: { at: string | null }) {
  if (at === null) return null;
  const left = Date.parse(at) - Date.now();
  const date = new Intl.DateTimeFormat(displayLanguage(), { dateStyle: 'medium' }).format(new Date(at));
  if (left <= 0) return <Badge tone="danger">{i18n.t('people.ended', { date })}</Badge>;
  if (left < SOON_MS) return <Badge tone="danger">{i18n.t('people.soon', { date })}</Badge>;
  return i18n.t('people.ends', { date });
}
