import { i18n } from '#i18n';
import { ownSource } from '../../../lib/settings/installation.ts';
import { recordLines } from '../../../lib/store/ask/kept.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { saveFile } from '../../ui/save-file.ts';
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
    const day = new Date().toISOString().slice(0, 10);
    saveFile(`countersign-${day}.jsonl`, new Blob([...parts, text], { type: 'application/jsonl' }));
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
