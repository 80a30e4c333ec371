import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import { stoppedIn } from '../../../lib/domain/gate/stops.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { stopEvents } from '../../../lib/store/ask/stops.ts';
import { formKey } from '../../../lib/store/desk.ts';
import { useSend } from '../../sending/useSend.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import styles from '../queue/Queue.module.css';
import type { GateView } from './useGate.ts';
import { WordsForm } from './WordsForm.tsx';

/** Stops a process, or starts it again, for whom the rules name; what the rules themselves stop only other rules start. */
export function StopProcess({ output: { hash }, gate }: { output: Output; gate: GateView }) {
  const events = useLiveQuery(stopEvents, []);
  const { carryOut, busy } = useSend();
  const { process } = gate;
  if (!events || process.gate.mode !== 'active' || !gate.may('stop').may) return null;
  const isStopped = stoppedIn(events).has(process.id);
  if (process.stopped && !isStopped) return null;
  const said = isStopped ? starting(process.name) : stopping(process.name);
  return (
    <Disclosure label={said.title}>
      <div className={styles.stack} data-stop={isStopped ? 'stopped' : 'running'}>
        <p>{said.lead}</p>
        <WordsForm
          draft={formKey('stop', hash)}
          label={i18n.t('panel.gate.stop.reason')}
          act={said.act}
          busy={busy}
          onWords={(words) => carryOut('gate.stop', { hash, words, stopped: !isStopped }, said.done)}
        />
      </div>
    </Disclosure>
  );
}

const stopping = (process: string) => ({
  title: i18n.t('panel.gate.stop.title'),
  lead: i18n.t('panel.gate.stop.lead', { process }),
  act: i18n.t('panel.gate.stop.act'),
  done: i18n.t('panel.gate.stop.done'),
});

const starting = (process: string) => ({
  title: i18n.t('panel.gate.start.title'),
  lead: i18n.t('panel.gate.start.lead', { process }),
  act: i18n.t('panel.gate.start.act'),
  done: i18n.t('panel.gate.start.done'),
});
