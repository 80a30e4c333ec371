import { useState } from 'react';
import { i18n } from '#i18n';
import type { Tone } from '../../../lib/look/tone.ts';
import type { ListedTool } from '../../../lib/messages/to-background/tool.ts';
import { useSend } from '../../sending/useSend.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { displayLanguage } from '../../ui/locale.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import styles from './Tools.module.css';

interface ToolListProps {
  tools: readonly ListedTool[];
  /** Nobody switches a tool off or on here. */
  fixed: boolean;
}

/** Every profile in force, those that somebody changed first; each can be switched off and on. */
export function ToolList({ tools, fixed }: ToolListProps) {
  const [wanted, setWanted] = useState('');
  const shown = sorted(tools).filter((tool) => fits(tool, wanted));
  const off = tools.filter((tool) => tool.off).length;
  return (
    <>
      <Field label={i18n.t('tools.find')}>
        {(wiring) => (
          <TextInput {...wiring} type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
        )}
      </Field>
      <p className={styles.small} role="status">
        {i18n.t('tools.shown', [shown.length, tools.length])}
        {off > 0 ? ` · ${i18n.t('tools.switchedOff', off)}` : ''}
      </p>
      {/* Without its buttons it is scrolled by keyboard only if it takes the focus itself. */}
      <ul className={styles.list} aria-label={i18n.t('tools.title')} tabIndex={fixed ? 0 : undefined}>
        {shown.map((tool) => (
          <ToolRow key={tool.id} tool={tool} fixed={fixed} />
        ))}
      </ul>
    </>
  );
}

const isChanged = ({ origin, off }: ListedTool): boolean => origin !== 'known' || off !== undefined;

const sorted = (tools: readonly ListedTool[]): ListedTool[] =>
  [...tools].sort(
    (a, b) => Number(isChanged(b)) - Number(isChanged(a)) || a.name.localeCompare(b.name, displayLanguage()),
  );

const fits = ({ id, name, hosts }: ListedTool, wanted: string): boolean =>
  [id, name, ...hosts].some((text) => text.toLowerCase().includes(wanted.trim().toLowerCase()));

const TONES: Record<ListedTool['origin'], Tone> = { known: 'neutral', policy: 'raised', patched: 'change' };

interface ToolRowProps {
  tool: ListedTool;
  fixed: boolean;
}

function ToolRow({ tool, fixed }: ToolRowProps) {
  const { id, name, hosts, origin, off, checkedAt, version } = tool;
  const { carryOut } = useSend();
  const turn = () =>
    carryOut(
      'tool.switch',
      { tool: id, on: off !== undefined },
      i18n.t(off ? 'tools.nowOn' : 'tools.nowOff', { tool: name }),
    );
  return (
    <li className={styles.tool} data-tool={id}>
      <div className={styles.facts}>
        <p className={styles.name}>
          {name} <Badge tone={TONES[origin]}>{i18n.t(`tools.origin.${origin}`)}</Badge>{' '}
          {off ? <Badge tone="notice">{i18n.t(`tools.off.${off}`)}</Badge> : null}
        </p>
        <p className={styles.small}>{hosts.length > 0 ? hosts.join(', ') : i18n.t('tools.byMarkup')}</p>
        <p className={styles.small}>
          {i18n.t('tools.checked', { day: dayOf(checkedAt) })} · {i18n.t('tools.version')}{' '}
          <code className={styles.version}>{version}</code>
        </p>
      </div>
      {off === 'policy' || fixed ? null : (
        <Button
          size="small"
          aria-label={i18n.t(off ? 'tools.switchOnOf' : 'tools.switchOffOf', { tool: name })}
          onClick={() => void turn()}
        >
          {i18n.t(off ? 'tools.switchOn' : 'tools.switchOff')}
        </Button>
      )}
    </li>
  );
}

const dayOf = (date: string): string =>
  new Intl.DateTimeFormat(displayLanguage(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(date));
