import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from '../Options.module.css';
import { NewToken } from './NewToken.tsx';
import { OnePerson } from './OnePerson.tsx';
import { PersonForm } from './PersonForm.tsx';
import { usePeople } from './usePeople.ts';

/** Who is in the team, for its administrators: added, given another role, and ended. */
export function TeamPeople() {
  const { admin, tokens, problem, made, add, change, end, again, forget } = usePeople();
  const [adding, setAdding] = useState(false);
  if (!admin) return null;
  return (
    <section className={styles.card} id="people" aria-label={i18n.t('people.title')}>
      <h2 className={styles.title}>{i18n.t('people.title')}</h2>
      <p className={styles.intro}>{i18n.t('people.intro')}</p>
      {problem ? (
        <Notice tone="warning" live>
          <p>{problem}</p>
          <Button size="small" onClick={again}>
            {i18n.t('people.again')}
          </Button>
        </Notice>
      ) : null}
      {made ? <NewToken made={made} onDone={forget} /> : null}
      {tokens === undefined && !problem ? <p className={styles.small}>{i18n.t('common.loading')}</p> : null}
      <ul className={styles.people}>
        {tokens?.map((token) => (
          <OnePerson
            key={token.tokenId}
            token={token}
            own={token.subject === admin}
            onChange={(role) => change(token, role)}
            onEnd={() => end(token.tokenId)}
          />
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
