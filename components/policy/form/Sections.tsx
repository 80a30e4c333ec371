import { i18n } from '#i18n';
import type { DraftPath, Json } from '../../../lib/domain/policy/writing/draft.ts';
import type { Editing } from './FieldInput.tsx';
import { GENERAL, LIMIT, MEASURE, OBJECTIVE, PRIVACY, QUEUE, ROLE, TIMES, TOOL, VIEW } from './fields.ts';
import { Group } from './Group.tsx';
import { ItemList } from './ItemList.tsx';
import { ProcessForm } from './ProcessForm.tsx';
import { ToolsSeen } from './ToolsSeen.tsx';

export const SECTIONS = [
  'general',
  'aims',
  'roles',
  'processes',
  'times',
  'queue',
  'privacy',
  'people',
  'inventory',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** A process as it begins: held to nothing yet but a full review in a trial run. */
const FRESH_PROCESS: { [key: string]: Json } = {
  name: '',
  applies: { choice: true },
  risk: 'medium',
  publishes: false,
  publicInterest: 'never',
  review: { mode: 'full' },
  gate: { mode: 'evaluate', unreviewed: 'ask', reported: 'hold', override: 'reason' },
};

const BODIES: Readonly<Record<SectionName, (editing: Editing) => React.ReactNode>> = {
  general: (editing) => <Group fields={GENERAL} base={[]} {...editing} />,
  aims: (editing) => (
    <>
      <h2>{i18n.t('policyForm.list.objectives')}</h2>
      <ItemList
        list="objectives"
        path={['objectives']}
        word="objective"
        nameAt="text"
        fresh={{ text: '' }}
        {...editing}
      >
        {(path) => <Group fields={OBJECTIVE} base={path} {...editing} />}
      </ItemList>
      <h2>{i18n.t('policyForm.list.limits')}</h2>
      <ItemList list="limits" path={['limits']} word="limit" nameAt="text" fresh={{ text: '' }} {...editing}>
        {(path) => <Group fields={LIMIT} base={path} {...editing} />}
      </ItemList>
    </>
  ),
  roles: (editing) => (
    <ItemList list="roles" path={['roles']} word="role" nameAt="name" fresh={{ name: '', members: [] }} {...editing}>
      {(path) => <Group fields={ROLE} base={path} {...editing} />}
    </ItemList>
  ),
  processes: (editing) => (
    <ItemList list="processes" path={['processes']} word="process" nameAt="name" fresh={FRESH_PROCESS} {...editing}>
      {(path: DraftPath) => <ProcessForm path={path} {...editing} />}
    </ItemList>
  ),
  times: (editing) => <Group fields={TIMES} base={[]} {...editing} />,
  queue: (editing) => (
    <>
      <Group fields={QUEUE} base={[]} {...editing} />
      <h2>{i18n.t('policyForm.list.views')}</h2>
      <ItemList
        list="views"
        path={['queue', 'views']}
        nameAt="name"
        fresh={{ name: '', order: 'gravest' }}
        {...editing}
      >
        {(path) => <Group fields={VIEW} base={path} {...editing} />}
      </ItemList>
    </>
  ),
  privacy: (editing) => <Group fields={PRIVACY} base={[]} {...editing} />,
  people: (editing) => (
    <ItemList
      {...{ list: 'literacy', path: ['literacy'], word: 'measure', nameAt: 'measure' }}
      fresh={{ measure: '', audience: ['role:reporter'] }}
      {...editing}
    >
      {(path) => <Group fields={MEASURE} base={path} {...editing} />}
    </ItemList>
  ),
  inventory: (editing) => (
    <>
      <ToolsSeen draft={editing.draft} replace={editing.replace} />
      <h2>{i18n.t('policyForm.list.inventory')}</h2>
      <ItemList list="inventory" path={['inventory']} nameAt="host" fresh={{ host: '', allowed: true }} {...editing}>
        {(path) => <Group fields={TOOL} base={path} {...editing} />}
      </ItemList>
    </>
  ),
};

export const SectionForm = ({ section, editing }: { section: SectionName; editing: Editing }) =>
  BODIES[section](editing);
