import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import { marksOf } from '../../lib/domain/output/marks.ts';
import type { Output } from '../../lib/domain/output/output.ts';
import { outputByHash } from '../../lib/store/ask/queries.ts';
import { useSaveRecord } from '../dossier/useSaveRecord.ts';
import { fullDate } from '../ui/RelativeTime.tsx';
import { RecordReviews } from './RecordReviews.tsx';
import { RecordTrace } from './RecordTrace.tsx';
import { RecordWords } from './Words.tsx';

const read = async (hash: string) => ({ output: await outputByHash(hash) });

/** All that is recorded of one output, to be read and printed. `hash`: from the page's address. */
export function RecordPage({ hash }: { hash: string }) {
  const found = useLiveQuery(() => read(hash), [hash]);
  if (!found) return null;
  return (
    <main>
      <h1>{i18n.t('record.title')}</h1>
      {found.output && !found.output.probe ? (
        <Found output={found.output} />
      ) : (
        <p role="alert">{i18n.t('panel.queue.missing')}</p>
      )}
    </main>
  );
}

const Found = ({ output }: { output: Output }) => (
  <>
    <p className="muted">
      {[output.trace.toolName, output.trace.model, fullDate(output.trace.completedAt)].filter(Boolean).join(' · ')}
    </p>
    <div className="actions">
      <button type="button" onClick={() => print()}>
        {i18n.t('record.print')}
      </button>
      <Files output={output} />
    </div>
    <p>
      <strong>{i18n.t(`status.${output.status}`)}</strong>: {i18n.t(`statusMeaning.${output.status}`)}
    </p>
    {marksOf(output, new Date().toISOString()).map((mark) => (
      <p key={mark} data-mark={mark}>
        <strong>{i18n.t(`panel.gate.mark.${mark}`)}</strong>
      </p>
    ))}
    <section>
      <h2>{i18n.t('panel.queue.text')}</h2>
      {output.content ? <RecordWords text={output.content.text} /> : <p>{i18n.t('panel.queue.erased')}</p>}
    </section>
    <RecordTrace output={output} />
    <RecordReviews output={output} />
    <p className="muted">{i18n.t('record.made', { when: fullDate(new Date().toISOString()) })}</p>
  </>
);

function Files({ output }: { output: Output }) {
  const save = useSaveRecord(output);
  return (
    <>
      <button type="button" onClick={() => save('annotations')}>
        {i18n.t('record.annotations')}
      </button>
      <button type="button" onClick={() => save('prov')}>
        {i18n.t('record.prov')}
      </button>
    </>
  );
}
