import { ImageDown } from 'lucide-react';
import type { RefObject } from 'react';
import { i18n } from '#i18n';
import type { Change } from '../../lib/domain/figures/changes.ts';
import { useSend } from '../sending/useSend.ts';
import { Button } from '../ui/Button.tsx';
import { savePicture } from '../ui/save-picture.ts';
import { changeText } from './Changes.tsx';
import styles from './figures.module.css';

interface SavePictureProps {
  drawing: RefObject<SVGSVGElement | null>;
  /** Of the figure. */
  name: string;
  /** What changed meanwhile: the lines in it mean that. */
  changes: readonly Change[];
}

/** A chart as a picture, with what it shows and what it is not for. */
export function SavePicture({ drawing, name, changes }: SavePictureProps) {
  const { act, busy } = useSend();
  const save = () =>
    act(async () => {
      if (!drawing.current) throw new Error('There is no chart');
      const lines = changes.length > 0 ? i18n.t('figures.changes', { what: changeText(changes) }) : '';
      const words = { heading: i18n.t('figures.byMonth', { name }), below: [lines, i18n.t('figures.notStaff')] };
      await savePicture(`countersign-${new Date().toISOString().slice(0, 10)}.png`, drawing.current, words);
      return i18n.t('figures.saved');
    });
  return (
    <div className={styles.picture}>
      <Button size="small" look="quiet" busy={busy} onClick={() => void save()}>
        <ImageDown size={14} aria-hidden /> {i18n.t('figures.picture')}
      </Button>
    </div>
  );
}
