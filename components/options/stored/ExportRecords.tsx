import { i18n } from '#i18n';
import { ownSource } from '../../../lib/settings/installation.ts';
import { recordLines } from '../../../lib/store/ask/kept.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import styles from '../Options.module.css';
import { type LongWork, useLongWork } from './useLongWork.ts';

/** So much text is handed to the browser at a time: it keeps large blobs on the disk, and not in our memory. */
const PART = 4_000_000;

/** Everything that is kept here as a file. */
export function ExportRecords({ events }: { events: number }) {
  const announce = useAnnounce();
  const { reached, run, stop } = useLongWork();
  const write: LongWork = async (signal, told) => {
    const label = i18n.t('stored.exporting');
    told({ label, done: 0, total: events });
    const parts: Blob[] = [];
    let text = '';
    for await (const lines of recordLines(await ownSource(), signal, (done) => told({ label, done, total: events }))) {
      text += lines;
      if (text.length < PART) continue;
      parts.push(new Blob([text]));
      text = '';
    }
    save(new Blob([...parts, text], { type: 'application/jsonl' }));
    announce(i18n.t('stored.exported'));
  };
  return (
    <div className={styles.form}>
      <h3 className={styles.title}>{i18n.t('stored.exportTitle')}</h3>
      <p className={styles.intro}>{i18n.t('stored.exportIntro')}</p>
      {reached ? (
        <Progress {...reached} onStop={stop} />
      ) : (
        <div>
          <Button onClick={() => void run(write)}>{i18n.t('stored.export')}</Button>
        </div>
      )}
    </div>
  );
}

/** Has the browser save a file under a name of its own. */
function save(file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `countersign-${new Date().toISOString().slice(0, 10)}.jsonl`;
  link.click();
  // The browser takes hold of it in a task of its own, soon.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
