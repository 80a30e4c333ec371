import { useState } from 'react';
import { i18n } from '#i18n';
import type { Change } from '../../../lib/domain/figures/changes.ts';
import { FEWEST_FOR_LIMITS } from '../../../lib/domain/figures/charted.ts';
import type { Rebase } from '../../../lib/domain/figures/rebases.ts';
import type { View } from '../../../lib/domain/figures/view.ts';
import { LONGEST_COMMENT } from '../../../lib/domain/limits.ts';
import type { MessageBody } from '../../../lib/messages/to-background/index.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { LateDisclosure } from '../../ui/LateDisclosure.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from '../figures.module.css';
import { MonthChart } from '../MonthChart.tsx';
import { monthText } from '../words.ts';

interface RebasedChartProps {
  id: MessageBody<'limits.rebase'>['metric'];
  name: string;
  months: View['months'];
  changes: readonly Change[];
  /** Of any metric. */
  rebases: readonly Rebase[];
}

/** A chart month by month, and from which months on its limits are computed anew. */
export function RebasedChart({ id, name, months, changes, rebases }: RebasedChartProps) {
  const own = rebases.filter(({ metric }) => metric === id);
  const isShown = ({ from }: Rebase) => months.some(({ month }) => month === from);
  const marks = own.filter(isShown).map((one): Change => ({ month: one.from, what: 'limits', name: reasonOf(one) }));
  const all = [...changes, ...marks].sort((a, b) => (a.month < b.month ? -1 : Number(a.month > b.month)));
  return (
    <>
      <MonthChart {...{ name, months }} changes={all} rebases={own} />
      <div className={styles.table} data-rebase={id}>
        <LateDisclosure label={i18n.t('figures.rebase.title')} note={own.length > 0 ? String(own.length) : undefined}>
          {() => <Rebases {...{ id, name, months, own }} />}
        </LateDisclosure>
      </div>
    </>
  );
}

const reasonOf = ({ reason }: Rebase): string => reason ?? i18n.t('figures.rebase.noReason');

interface RebasesProps extends Pick<RebasedChartProps, 'id' | 'name' | 'months'> {
  own: readonly Rebase[];
}

function Rebases({ id, name, months, own }: RebasesProps) {
  const { carryOut, busy } = useSend();
  const counted = months.filter(({ figure }) => figure !== undefined).map(({ month }) => month);
  const last = own.at(-1);
  const isFew = last !== undefined && counted.filter((month) => month >= last.from).length < FEWEST_FOR_LIMITS;
  const takeBack = ({ rebaseId }: Rebase) =>
    void carryOut('limits.restore', { rebaseId }, i18n.t('figures.rebase.undone'));
  return (
    <div className={styles.rebase}>
      <p className={styles.small}>{i18n.t('figures.rebase.lead')}</p>
      {own.length > 0 ? (
        <ul className={styles.rebases}>
          {own.map((one) => (
            <li key={one.rebaseId}>
              <span>{i18n.t('figures.rebase.since', { month: monthText(one.from), reason: reasonOf(one) })}</span>{' '}
              <Button size="small" look="quiet" busy={busy} onClick={() => takeBack(one)}>
                {i18n.t('figures.rebase.undo')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {isFew ? <p className={styles.small}>{i18n.t('figures.rebase.few')}</p> : null}
      <RebaseForm
        {...{ id, name }}
        months={counted.slice(1).filter((month) => !own.some(({ from }) => from === month))}
      />
    </div>
  );
}

interface RebaseFormProps extends Pick<RebasedChartProps, 'id' | 'name'> {
  /** From which it can begin. */
  months: readonly string[];
}

function RebaseForm({ id, name, months }: RebaseFormProps) {
  const { carryOut, busy } = useSend();
  const [chosen, setMonth] = useState<string>();
  const [reason, setReason] = useState('');
  const from = chosen !== undefined && months.includes(chosen) ? chosen : months.at(-1);
  if (from === undefined) return null;
  const submit = async () => {
    const said = i18n.t('figures.rebase.done', { name, month: monthText(from) });
    if (await carryOut('limits.rebase', { metric: id, from, reason: reason.trim() }, said)) setReason('');
  };
  return (
    <form
      className={styles.rebase}
      aria-label={`${name}: ${i18n.t('figures.rebase.title')}`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={i18n.t('figures.rebase.from')}>
        {(wiring) => (
          <Select {...wiring} value={from} onChange={({ target }) => setMonth(target.value)}>
            {months.map((month) => (
              <option key={month} value={month}>
                {monthText(month)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={i18n.t('figures.rebase.reason')}>
        {(wiring) => (
          <TextArea
            {...wiring}
            rows={2}
            maxLength={LONGEST_COMMENT}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <Button type="submit" size="small" busy={busy} disabled={reason.trim() === ''}>
        {i18n.t('figures.rebase.act')}
      </Button>
    </form>
  );
}
