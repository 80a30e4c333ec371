import { Bookmark, Trash2 } from 'lucide-react';
import { type RefObject, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { isSieving } from '../../../lib/domain/decision/sifted.ts';
import { LONGEST_NAME } from '../../../lib/domain/limits.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useCommand } from '../keys/KeyedCommands.tsx';
import { useKeyName } from '../keys/KeyName.tsx';
import styles from './sieve.module.css';
import type { Sieving } from './sieving.ts';
import { useViews } from './useViews.ts';

/** Named ways to look at the queue: the team's and one's own; what is looked for now can be kept under a name. */
export function ViewBar(sieving: Sieving) {
  const { views, shown, show, keep, drop } = useViews(sieving);
  const [isNaming, setNaming] = useState(false);
  const announce = useAnnounce();
  const field = useRef<HTMLSelectElement>(null);
  const isAsking = isSieving(sieving.sieve) || sieving.order !== 'gravest';
  useCommand('views', views.length > 0 ? () => field.current?.focus() : undefined);
  if (views.length === 0 && !isAsking) return null;
  const view = views[shown];
  return (
    <div className={styles.views}>
      {views.length > 0 ? <Choice {...{ field, views, shown, isAsking }} onShow={show} /> : null}
      {isAsking && !view ? (
        <Button size="small" onClick={() => setNaming(true)}>
          <Bookmark size={15} aria-hidden /> {i18n.t('panel.views.keep')}
        </Button>
      ) : null}
      {view?.of === 'own' ? (
        <IconButton
          label={i18n.t('panel.views.drop', { name: view.name })}
          icon={<Trash2 size={16} aria-hidden />}
          onClick={() => void drop(view.name).then(() => announce(i18n.t('panel.views.dropped')))}
        />
      ) : null}
      <Dialog open={isNaming} onClose={() => setNaming(false)} title={i18n.t('panel.views.keepTitle')}>
        <NameForm
          onName={(name) => void keep(name).then(() => announce(i18n.t('panel.views.kept')))}
          onClose={() => setNaming(false)}
        />
      </Dialog>
    </div>
  );
}

interface ChoiceProps extends Pick<ReturnType<typeof useViews>, 'views' | 'shown'> {
  field: RefObject<HTMLSelectElement | null>;
  /** Something is looked for. */
  isAsking: boolean;
  onShow: ReturnType<typeof useViews>['show'];
}

function Choice({ field, views, shown, isAsking, onShow }: ChoiceProps) {
  const keyName = useKeyName();
  return (
    <Select
      ref={field}
      aria-label={i18n.t('panel.views.title')}
      title={keyName('views')}
      aria-keyshortcuts={keyName('views')}
      value={views[shown] ? String(shown) : isAsking ? 'none' : ''}
      onChange={({ target }) => onShow(views[target.value === '' ? -1 : Number(target.value)])}
    >
      <option value="">{i18n.t('panel.views.all')}</option>
      {isAsking && !views[shown] ? <option value="none">{i18n.t('panel.views.unnamed')}</option> : null}
      {views.map(({ name, of }, at) => (
        <option key={`${of} ${name}`} value={String(at)}>
          {of === 'team' ? i18n.t('panel.views.ofTeam', { name }) : name}
        </option>
      ))}
    </Select>
  );
}

function NameForm({ onName, onClose }: { onName(name: string): void; onClose(): void }) {
  const [name, setName] = useState('');
  return (
    <form
      className={styles.naming}
      onSubmit={(event) => {
        event.preventDefault();
        if (!name.trim()) return;
        onName(name.trim());
        onClose();
      }}
    >
      <Field label={i18n.t('panel.views.name')} hint={i18n.t('panel.views.nameHint')}>
        {(wiring) => (
          <TextInput
            {...wiring}
            maxLength={LONGEST_NAME}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <div className={styles.views}>
        <Button type="submit" look="primary" disabled={!name.trim()}>
          {i18n.t('panel.views.keepAct')}
        </Button>
        <Button onClick={onClose}>{i18n.t('common.cancel')}</Button>
      </div>
    </form>
  );
}
