import { FileText } from 'lucide-react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Output } from '../../lib/domain/output/output.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import styles from './trace/Sources.module.css';
import { useSaveRecord } from './useSaveRecord.ts';

/** The record of an output to take along: to read and print, or as a file for other programs. */
export function ExportRecord({ output }: { output: Output }) {
  const save = useSaveRecord(output);
  const openPage = () =>
    void browser.tabs.create({ url: browser.runtime.getURL(`/record.html?output=${encodeURIComponent(output.hash)}`) });
  return (
    <Disclosure label={i18n.t('record.export')}>
      <div className={styles.sources}>
        <p className={styles.said}>{i18n.t('record.exportMeaning')}</p>
        <div className={styles.actions}>
          <Button size="small" onClick={openPage}>
            <FileText size={14} aria-hidden /> {i18n.t('record.open')}
          </Button>
          <Button size="small" onClick={() => save('annotations')}>
            {i18n.t('record.annotations')}
          </Button>
          <Button size="small" onClick={() => save('prov')}>
            {i18n.t('record.prov')}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
