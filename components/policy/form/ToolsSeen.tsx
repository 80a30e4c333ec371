import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import {
  isWatchedIn,
  type SeenTool,
  standingOfTool,
  toolsSeen,
  withTool,
  withToolIn,
  withWatched,
} from '../../../lib/domain/policy/inventory.ts';
import { type Json, readAt } from '../../../lib/domain/policy/writing/draft.ts';
import { talliesSince } from '../../../lib/store/ask/tallies.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { displayLanguage } from '../../ui/locale.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './form.module.css';

/** As long as tallies are looked at. */
const LOOKED_BACK_MS = 180 * 86_400_000;
const sinceDay = (): string => new Date(Date.now() - LOOKED_BACK_MS).toISOString().slice(0, 10);

interface ToolsSeenProps {
  draft: Json;
  replace(draft: Json): void;
}

/** AI tools that the team's browsers have counted answers of: each is listed, watched, or named in a process by one press. */
export function ToolsSeen({ draft, replace }: ToolsSeenProps) {
  const seen = useLiveQuery(async () => toolsSeen(await talliesSince(sinceDay(), false)), []);
  if (!seen) return null;
  return (
    <section className={styles.items} data-seen>
      <h2>{i18n.t('policyForm.seen.title')}</h2>
      <p>{i18n.t(seen.length === 0 ? 'policyForm.seen.none' : 'policyForm.seen.lead')}</p>
      <ul className={styles.items}>
        {seen.map((tool) => (
          <li key={tool.host} className={styles.item} data-host={tool.host}>
            <OneTool tool={tool} draft={draft} replace={replace} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneTool({ tool, draft, replace }: ToolsSeenProps & { tool: SeenTool }) {
  const announce = useAnnounce();
  const { host } = tool;
  const { allowed, processes } = standingOfTool(draft, tool);
  const change = (next: Json) => {
    replace(next);
    announce(i18n.t('policyForm.seen.changed', { host }));
  };
  const others = processesIn(draft).filter(
    ({ id }) => !processes.includes(id) && withToolIn(draft, id, tool) !== draft,
  );
  return (
    <div className={styles.itemBody}>
      <p>
        <strong>{host}</strong> · {i18n.t('policyForm.seen.last', { month: monthText(tool.month) })} ·{' '}
        {allowed === undefined
          ? i18n.t('policyForm.seen.undecided')
          : i18n.t(allowed ? 'policyForm.seen.allowed' : 'policyForm.seen.forbidden')}
        {processes.length > 0 ? ` · ${i18n.t('policyForm.seen.named', { processes: processes.join(', ') })}` : null}
      </p>
      <div className={styles.itemButtons}>
        {allowed === undefined ? (
          <>
            <Button size="small" onClick={() => change(withTool(draft, tool, true))}>
              {i18n.t('policyForm.seen.allow')}
            </Button>
            <Button size="small" onClick={() => change(withTool(draft, tool, false))}>
              {i18n.t('policyForm.seen.forbid')}
            </Button>
          </>
        ) : null}
        {tool.tool === '' && !isWatchedIn(draft, host) ? (
          <Button size="small" onClick={() => change(withWatched(draft, host))}>
            {i18n.t('policyForm.seen.watch')}
          </Button>
        ) : null}
      </div>
      {others.length > 0 ? (
        <Field label={i18n.t('policyForm.seen.nameIn')}>
          {(wiring) => (
            <Select {...wiring} value="" onChange={({ target }) => change(withToolIn(draft, target.value, tool))}>
              <option value="">{i18n.t('policyForm.seen.choose')}</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name || id}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
    </div>
  );
}

function processesIn(draft: Json): { id: string; name: string }[] {
  const list = readAt(draft, ['processes']);
  return (Array.isArray(list) ? list : []).flatMap((process) => {
    const [id, name] = [readAt(process, ['id']), readAt(process, ['name'])];
    return typeof id === 'string' ? { id, name: typeof name === 'string' ? name : '' } : [];
  });
}

const monthText = (month: string): string =>
  new Intl.DateTimeFormat(displayLanguage(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
