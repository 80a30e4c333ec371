import { useLiveQuery } from 'dexie-react-hooks';
import { ShieldCheck } from 'lucide-react';
import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import { checkedHead } from '../../../lib/settings/items.ts';
import { target } from '../../../lib/store/ask/queries.ts';
import { checkLog, type LogChecked } from '../../../lib/sync/log-check.ts';
import { fetchOf, ownParts, settingsOf } from '../../../lib/sync/sign-in/access.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { numberText } from '../../ui/numbers.ts';
import { Progress } from '../../ui/Progress.tsx';
import { fullDate } from '../../ui/RelativeTime.tsx';

type Checking = { done: number; all: number } | { checked: LogChecked } | { failed: string };

/** Checks the chain of the team's log in this browser, and says what exactly was checked. Nothing where there is no collector. */
export function ChainCheck() {
  const row = useLiveQuery(target);
  const [checking, setChecking] = useState<Checking>();
  const stopping = useRef<AbortController>(undefined);
  if (!row) return null;
  const check = async () => {
    const stop = new AbortController();
    stopping.current = stop;
    setChecking({ done: 0, all: 0 });
    const parts = ownParts();
    const { address, token } = settingsOf(row);
    const collector = { address: String(address), token: String(token ?? ''), fetch: fetchOf(row, parts) };
    const before = (await checkedHead.getValue()) ?? undefined;
    const told = (done: number, all: number) => setChecking({ done, all });
    try {
      const checked = await checkLog(collector, { before, told, signal: stop.signal });
      if (isWhole(checked)) await checkedHead.setValue(checked.head);
      setChecking({ checked });
    } catch (error) {
      if (!stop.signal.aborted) setChecking({ failed: error instanceof Error ? error.message : String(error) });
    }
  };
  const close = () => {
    stopping.current?.abort();
    setChecking(undefined);
  };
  return (
    <>
      <IconButton
        label={i18n.t('panel.log.check')}
        icon={<ShieldCheck size={16} aria-hidden />}
        onClick={() => void check()}
      />
      {checking ? (
        <Dialog open onClose={close} title={i18n.t('panel.log.checkTitle')}>
          {'done' in checking ? (
            <Progress
              label={i18n.t('panel.log.checking')}
              done={checking.done}
              total={checking.all || undefined}
              onStop={close}
            />
          ) : null}
          {'failed' in checking ? (
            <Notice tone="danger">
              {i18n.t('panel.log.notChecked')} {checking.failed}
            </Notice>
          ) : null}
          {'checked' in checking ? <Outcome checked={checking.checked} /> : null}
        </Dialog>
      ) : null}
    </>
  );
}

const isWhole = ({ wrong, beyond, endsAtHead, holdsBefore }: LogChecked): boolean =>
  wrong.length === 0 && beyond === 0 && endsAtHead && holdsBefore !== false;

/** So many numbers are named; a log of which more are wrong is wrong as a whole. */
const NAMED = 5;

/** What was checked, what was not, and what was found. */
function Outcome({ checked }: { checked: LogChecked }) {
  const { head, fitting, absent, wrong, beyond, endsAtHead, holdsBefore } = checked;
  const whole = isWhole(checked);
  const named = wrong.slice(0, NAMED).map(Number).join(', ');
  return (
    <>
      <Notice tone={whole ? 'good' : 'danger'} live>
        {i18n.t(whole ? 'panel.log.whole' : 'panel.log.broken')}
      </Notice>
      <ul>
        <li>{i18n.t('panel.log.fitting', fitting, [numberText(fitting)])}</li>
        {absent > 0 ? <li>{i18n.t('panel.log.absent', absent, [numberText(absent)])}</li> : null}
        {wrong.length > 0 ? (
          <li>{i18n.t('panel.log.wrong', wrong.length, [numberText(wrong.length), named])}</li>
        ) : null}
        {beyond > 0 ? <li>{i18n.t('panel.log.beyond', beyond, [numberText(beyond)])}</li> : null}
        <li>
          {i18n.t(endsAtHead ? 'panel.log.atHead' : 'panel.log.notAtHead', {
            number: numberText(Number(head.sequence)),
            at: fullDate(head.at),
          })}
        </li>
        <li>
          {holdsBefore === undefined ? i18n.t('panel.log.firstCheck') : null}
          {holdsBefore === true ? i18n.t('panel.log.holdsBefore') : null}
          {holdsBefore === false ? i18n.t('panel.log.writtenAnew') : null}
        </li>
      </ul>
      <p>{i18n.t('panel.log.notWhat')}</p>
    </>
  );
}
