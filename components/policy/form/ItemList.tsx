import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import {
  addedAt,
  type DraftPath,
  freeId,
  type Json,
  movedAt,
  readAt,
  removedAt,
} from '../../../lib/domain/policy/writing/draft.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './form.module.css';

type ListName =
  | 'objectives'
  | 'limits'
  | 'roles'
  | 'processes'
  | 'fields'
  | 'checklist'
  | 'escalation'
  | 'views'
  | 'literacy'
  | 'inventory';

interface ItemListProps {
  list: ListName;
  path: DraftPath;
  draft: Json;
  replace(draft: Json): void;
  /** What a new one begins with, beside its id. */
  fresh: { [key: string]: Json };
  /** Word of which its id is made; without one it has none. */
  word?: string;
  /** Where an item says what it is called. */
  nameAt: string;
  children(path: DraftPath): ReactNode;
}

/** A list of things with fields of their own: add, remove, move. */
export function ItemList({ list, path, draft, replace, fresh, word, nameAt, children }: ItemListProps) {
  const announce = useAnnounce();
  const items = readAt(draft, path);
  const add = () => replace(addedAt(draft, path, word ? { id: freeId(draft, path, word), ...fresh } : fresh));
  const remove = (at: number, name: string) => {
    replace(removedAt(draft, path, at));
    announce(i18n.t('policyForm.removedItem', { name }));
  };
  const title = i18n.t(`policyForm.list.${list}`);
  return (
    <div className={styles.items}>
      {(Array.isArray(items) ? items : []).map((item, at) => {
        const own = nameIn(item, nameAt);
        const name = own ?? i18n.t('policyForm.itemOf', { name: title, number: String(at + 1) });
        const key = nameIn(item, 'id') ?? String(at);
        return (
          <details key={key} className={styles.item} open={own === undefined || undefined}>
            <summary>
              <span className={styles.itemName}>{name}</span>
            </summary>
            <div className={styles.itemBody}>
              {children([...path, at])}
              <div className={styles.itemButtons}>
                <IconButton
                  label={i18n.t('policyForm.up', { name })}
                  disabled={at === 0}
                  onClick={() => replace(movedAt(draft, path, at, -1))}
                  icon={<ArrowUp size={16} aria-hidden />}
                />
                <IconButton
                  label={i18n.t('policyForm.down', { name })}
                  disabled={at === (Array.isArray(items) ? items.length : 0) - 1}
                  onClick={() => replace(movedAt(draft, path, at, 1))}
                  icon={<ArrowDown size={16} aria-hidden />}
                />
                <Button
                  size="small"
                  look="danger"
                  aria-label={i18n.t('policyForm.removeOf', { name })}
                  onClick={() => remove(at, name)}
                >
                  <Trash2 size={14} aria-hidden />
                  {i18n.t('policyForm.remove')}
                </Button>
              </div>
            </div>
          </details>
        );
      })}
      <div>
        <Button size="small" onClick={add}>
          <Plus size={14} aria-hidden />
          {i18n.t(`policyForm.add.${list}`)}
        </Button>
      </div>
    </div>
  );
}

/** What an item is called, shortened to a line. */
function nameIn(item: Json, at: string): string | undefined {
  const name = readAt(item, [at]);
  const text = Array.isArray(name) ? name.join(', ') : name;
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text;
}
/** A summary is one line also at 320 px with the text at its smallest. */
const LONGEST_NAME = 60;
