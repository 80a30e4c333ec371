import { ListFilter, Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import { isSieving } from '../../../lib/domain/decision/sifted.ts';
import { prepareAside } from '../../aside/thread.ts';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useCommand } from '../keys/KeyedCommands.tsx';
import { useKeyName } from '../keys/KeyName.tsx';
import { SieveFields } from './SieveFields.tsx';
import styles from './sieve.module.css';
import type { Sieving } from './sieving.ts';
import { ViewBar } from './ViewBar.tsx';

/** Words that are looked for, and below them all that an item can be asked to be. */
export function SieveBar(props: Sieving) {
  const { sieve, setSieve, order } = props;
  const [isOpen, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const keyName = useKeyName();
  useCommand('search', () => field.current?.focus());
  const count = Object.entries(sieve).filter(([name, value]) => name !== 'words' && value !== undefined).length;
  return (
    <search className={styles.bar}>
      <div className={styles.row}>
        <span className={styles.icon}>
          <Search size={15} aria-hidden />
        </span>
        <TextInput
          ref={field}
          type="search"
          aria-label={i18n.t('panel.sieve.words')}
          placeholder={i18n.t('panel.sieve.words')}
          title={keyName('search')}
          aria-keyshortcuts={keyName('search')}
          onFocus={() => prepareAside(order)}
          value={sieve.words ?? ''}
          onChange={(event) => setSieve({ ...sieve, words: event.target.value })}
        />
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <ListFilter size={15} aria-hidden />
          {count > 0 ? i18n.t('panel.sieve.some', [count]) : i18n.t('panel.sieve.title')}
        </Button>
      </div>
      <ViewBar {...props} />
      {isOpen ? <SieveFields {...props} /> : null}
      {isSieving(sieve) ? (
        <div>
          <Button size="small" look="quiet" onClick={() => setSieve({})}>
            {i18n.t('panel.sieve.clear')}
          </Button>
        </div>
      ) : null}
    </search>
  );
}
