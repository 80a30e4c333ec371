import { i18n } from '#i18n';
import type { RequestPreview, TargetPreview } from '../../../lib/messages/to-background/target.ts';
import { Notice } from '../../ui/Notice.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Scrolling } from '../../ui/Scrolling.tsx';
import styles from '../Options.module.css';
import { entryName } from './targetWords.ts';

/** What would be sent of one real event: every byte, but for secrets and the line breaks that make it readable. */
export function PreviewOfTarget({ preview: { type, time, requests } }: { preview: TargetPreview }) {
  if (!type) return <Notice live>{i18n.t('target.preview.none')}</Notice>;
  return (
    <div className={styles.form} role="status">
      <p>
        {i18n.t('target.preview.of')} <strong>{entryName(type)}</strong> {time ? <RelativeTime at={time} /> : null}
      </p>
      {requests.length === 0 ? <p>{i18n.t('target.preview.nothing')}</p> : null}
      {requests.map((request) => (
        <Scrolling
          as="pre"
          key={request.url + request.body}
          label={`${request.method} ${request.url}`}
          className={styles.request}
        >
          {textOf(request)}
        </Scrolling>
      ))}
      <p className={styles.small}>{i18n.t('target.preview.note')}</p>
    </div>
  );
}

function textOf({ method, url, headers, body }: RequestPreview): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${url}`, ...lines, '', readable(body)].join('\n');
}

function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch (error) {
    console.debug('Countersign: a body that is not JSON is shown as it is', error instanceof SyntaxError);
    return body;
  }
}
