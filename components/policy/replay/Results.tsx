import { i18n } from '#i18n';
import { partyNames } from '../../../lib/domain/policy/document/process-part.ts';
import type { PolicyRole } from '../../../lib/domain/policy/party.ts';
import { inBoth } from '../../../lib/domain/policy/templates/template.ts';
import { REVIEW_MODES } from '../../../lib/domain/review/mode.ts';
import type { ReplayedProcess } from '../../../lib/domain/review/replay/replay-of.ts';
import { displayLanguage } from '../../ui/locale.ts';
import { Notice } from '../../ui/Notice.tsx';
import { durationText, numberText, shareText } from '../../ui/numbers.ts';
import styles from '../policy.module.css';
import type { ReplayState } from './useReplay.ts';

interface ResultsProps {
  state: ReplayState;
  roles: readonly PolicyRole[];
  /** The one process that was asked about; all where none is named. */
  processId?: string;
}

/** What the replay says, process by process. */
export function Results({ state, roles, processId }: ResultsProps) {
  const processes =
    state?.kind === 'replayed'
      ? state.processes.filter((process) => processId === undefined || process.processId === processId)
      : [];
  return (
    <div role="status" data-replay={state?.kind}>
      {state?.kind === 'running' ? <p>{i18n.t('replay.running')}</p> : null}
      {state?.kind === 'failed' ? <Notice tone="danger">{i18n.t('replay.failed')}</Notice> : null}
      {state?.kind === 'replayed' && processes.length === 0 ? <p>{i18n.t('replay.noProcess')}</p> : null}
      {processes.map((process) => (
        <OneProcess key={process.processId} {...process} roles={roles} />
      ))}
    </div>
  );
}

interface OneProcessProps extends ReplayedProcess {
  roles: readonly PolicyRole[];
}

function OneProcess({ name, replay, gaps, asked: whom, checklist, roles }: OneProcessProps) {
  const { carries, asked, saved, stopped, slipped, share, miss, outgoing, hours, modes } = replay;
  const { texts, reviewed, from, until } = carries;
  return (
    <section>
      <h3>{name}</h3>
      {from && until ? (
        <p className={styles.muted}>
          {i18n.t('replay.carries', { texts, reviewed, from: dayOf(from), until: dayOf(until) })}
        </p>
      ) : (
        <p>{i18n.t('replay.nothing', { texts })}</p>
      )}
      {reviewed > 0 ? <Gaps gaps={gaps} /> : null}
      {reviewed > 0 ? (
        <ul className={styles.listed}>
          <li>{i18n.t('replay.asked', { asked, saved, reviewed })}</li>
          {stopped > 0 ? <li>{i18n.t('replay.stopped', { stopped })}</li> : null}
          <li>
            {i18n.t('replay.whom', {
              whom: partyNames(whom, roles, inBoth(i18n.t('common.language') === 'it' ? 'it' : 'en')),
            })}
          </li>
          <li>
            {share
              ? i18n.t('replay.slipped', { slipped, saved, low: shareText(share[0], 1), high: shareText(share[1], 1) })
              : i18n.t('replay.noneSlipped')}
          </li>
          <li>{i18n.t('replay.outgoing', { outgoing: numberText(outgoing, 1), miss: shareText(miss) })}</li>
          {hours ? <li>{untilUsable(hours)}</li> : null}
          {checklist ? <li>{i18n.t('replay.checklist', checklist)}</li> : null}
          <li>{i18n.t('replay.modes', { list: modesText(modes) })}</li>
        </ul>
      ) : null}
    </section>
  );
}

/** So many kinds are told; the rest have fewer texts than these. */
const MOST_GAPS = 5;

const Gaps = ({ gaps }: Pick<ReplayedProcess, 'gaps'>) =>
  gaps
    .slice(0, MOST_GAPS)
    .map(({ tool, model, since, texts }) => (
      <p key={`${tool} ${model}`}>
        {since
          ? i18n.t('replay.gap', { kind: kindText(tool, model), since: dayOf(since), texts })
          : i18n.t('replay.gapNever', { kind: kindText(tool, model), texts })}
      </p>
    ));

const kindText = (tool: string, model: string | undefined): string => (model ? `${tool}, ${model}` : tool);

const untilUsable = ({ was, would }: NonNullable<ReplayedProcess['replay']['hours']>): string =>
  would === undefined
    ? i18n.t('replay.hoursNever', { was: hoursText(was) })
    : i18n.t('replay.hours', { was: hoursText(was), would: hoursText(would) });

const dayOf = (at: string): string =>
  new Intl.DateTimeFormat(displayLanguage(), { dateStyle: 'medium' }).format(new Date(at));

const HOUR_MS = 3_600_000;
const hoursText = (hours: number): string => durationText(hours * HOUR_MS);

/** How many kinds of text ended in which mode; of those in which none did, nothing. */
const modesText = (modes: ReplayedProcess['replay']['modes']): string =>
  REVIEW_MODES.flatMap((mode) => (modes[mode] > 0 ? `${i18n.t(`replay.mode.${mode}`)} ${modes[mode]}` : [])).join(', ');
