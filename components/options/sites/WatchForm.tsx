import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { patternTyped } from '../../../lib/domain/reading/site.ts';
import { PROFILES } from '../../../lib/tools/index.ts';
import { profileByAddress } from '../../../lib/tools/match.ts';
import { useWatching } from '../../sending/useWatching.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import styles from './Sites.module.css';

/** Why a site that was typed cannot be watched, or undefined where it can. */
function problemOf(site: string): string | undefined {
  const pattern = patternTyped(site);
  if (!pattern) return i18n.t('sites.addProblem');
  const known = profileByAddress(PROFILES, new URL(pattern.replace(/\*$/, '')));
  return known && i18n.t('sites.addKnown', { tool: known.name });
}

/** Adds a site by its name. */
export function WatchForm() {
  const { watch, busy } = useWatching();
  const [site, setSite] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const pattern = patternTyped(site);
    const found = problemOf(site);
    setProblem(found);
    // Before any await: Firefox lets us ask the person only in the very handler of what they pressed.
    if (pattern && !found) void watch(pattern).then(() => setSite(''));
  };
  return (
    <form className={styles.add} noValidate onSubmit={submit}>
      <Field label={i18n.t('sites.add')} hint={i18n.t('sites.addHint')} error={problem}>
        {(wiring) => (
          <TextInput
            {...wiring}
            type="text"
            inputMode="url"
            spellCheck={false}
            autoComplete="off"
            value={site}
            onChange={(event) => setSite(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={busy}>
        {i18n.t('sites.addButton')}
      </Button>
    </form>
  );
}
