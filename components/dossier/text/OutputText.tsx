import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import { standingReports } from '../../../lib/domain/report/standing.ts';
import styles from '../../panel/queue/Queue.module.css';
import { useScrolls } from '../../text/useScrolls.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { MarkedText } from './MarkedText.tsx';

/** The output's text, as text, in a box that can be opened to its full length. */
export function OutputText({ output }: { output: Output }) {
  const [all, setAll] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const scrolls = useScrolls(box);
  const text = output.content?.text;
  if (text === undefined) return <p>{i18n.t('panel.queue.erased')}</p>;
  const passages = standingReports(output).flatMap((report, at) =>
    (report.content?.passages ?? []).map((passage) => ({ number: at + 1, passage })),
  );
  return (
    <>
      {/* What scrolls must be reachable by keyboard. */}
      <div ref={box} className={classes(styles.text, all && styles.all)} dir="auto" tabIndex={scrolls ? 0 : undefined}>
        <MarkedText text={text} passages={passages} />
      </div>
      {scrolls || all ? (
        <div>
          <Button size="small" onClick={() => setAll(!all)} aria-expanded={all}>
            {i18n.t(all ? 'common.showLess' : 'common.showMore')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
