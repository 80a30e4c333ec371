import { type FormEvent, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { shorten } from '../../../lib/domain/output/text.ts';
import type { NameOf } from '../../../lib/domain/people/name.ts';
import { ownSource } from '../../../lib/settings/installation.ts';
import type { KeptAuthor, OutputMatch } from '../../../lib/store/ask/kept.ts';
import { authors, outputsWith } from '../../../lib/store/ask/kept.ts';
import { usePersonName } from '../../people/personName.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import styles from '../Options.module.css';
import type { EraseKind } from './erase-kinds.ts';

interface EraseWhichProps {
  kind: EraseKind;
  which: string;
  onChange(which: string): void;
}

/** Before which day, whose, or of which output. */
export function EraseWhich({ kind, which, onChange }: EraseWhichProps) {
  if (kind === 'older')
    return (
      <Field label={i18n.t('stored.before')} hint={i18n.t('stored.beforeHint')}>
        {(wiring) => (
          <TextInput {...wiring} type="date" value={which} onChange={(event) => onChange(event.target.value)} />
        )}
      </Field>
    );
  if (kind === 'person') return <Person which={which} onChange={onChange} />;
  return kind === 'output' ? <OneOutput which={which} onChange={onChange} /> : null;
}

function Person({ which, onChange }: Omit<EraseWhichProps, 'kind'>) {
  const [people, setPeople] = useState<KeptAuthor[]>();
  const [own, setOwn] = useState<string>();
  const nameOf = usePersonName();
  // Asked once: it looks at everything that is kept.
  useEffect(() => {
    void authors().then(setPeople);
    void ownSource().then(setOwn);
  }, []);
  if (!people) return <p className={styles.small}>{i18n.t('common.loading')}</p>;
  if (people.length === 0) return <p className={styles.small}>{i18n.t('stored.noAuthors')}</p>;
  return (
    <Field label={i18n.t('stored.person')} hint={i18n.t('stored.personHint')}>
      {(wiring) => (
        <Select {...wiring} value={which} onChange={(event) => onChange(event.target.value)}>
          <option value="">{i18n.t('stored.choose')}</option>
          {people.map(({ id, events }) => (
            <option key={id} value={id}>
              {browserOr(id, own, nameOf)} ({i18n.t('stored.entries', events)})
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** A name that the collector knows; else which browser it was. */
function browserOr(id: string, own: string | undefined, nameOf: NameOf): string {
  if (id === own) return i18n.t('stored.thisBrowser');
  return id.startsWith('urn:countersign:') ? i18n.t('stored.browser', [id.slice(-6)]) : nameOf(id);
}

/** Of an answer so much shows which one it is. */
const SHOWN = 160;

function OneOutput({ which, onChange }: Omit<EraseWhichProps, 'kind'>) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<OutputMatch[]>();
  const search = async (event: FormEvent) => {
    event.preventDefault();
    onChange('');
    setFound(await outputsWith(words));
  };
  return (
    <form className={styles.form} onSubmit={(event) => void search(event)}>
      <Field label={i18n.t('stored.words')} hint={i18n.t('stored.wordsHint')}>
        {(wiring) => <TextInput {...wiring} value={words} onChange={(event) => setWords(event.target.value)} />}
      </Field>
      <div>
        <Button type="submit">{i18n.t('stored.search')}</Button>
      </div>
      {found?.length === 0 ? <p className={styles.small}>{i18n.t('stored.notFound')}</p> : null}
      {found?.map(({ hash, toolName, seenAt, text }) => (
        <label key={hash} className={styles.entry}>
          <input type="radio" name="erase-output" checked={which === hash} onChange={() => onChange(hash)} />
          <span>
            <strong>{toolName}</strong>{' '}
            <span className={styles.small}>
              <RelativeTime at={seenAt} />
            </span>
            <br />
            {shorten(text, SHOWN)}
          </span>
        </label>
      ))}
    </form>
  );
}
