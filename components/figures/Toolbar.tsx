import { FileJson, FileSpreadsheet, Printer, RefreshCw } from 'lucide-react';
import { i18n } from '#i18n';
import type { Dimension } from '../../lib/domain/figures/counted.ts';
import { RANGES, type Range } from '../../lib/domain/figures/months.ts';
import { figuresJson, type SheetHead, type Shown, sheetOf } from '../../lib/domain/figures/sheet.ts';
import type { Scope, Setting } from '../../lib/domain/figures/view.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import { saveFile } from '../ui/save-file.ts';
import styles from './figures.module.css';
import { valueText } from './words.ts';

interface ToolbarProps {
  range: Range;
  setRange(range: Range): void;
  split: Dimension | undefined;
  setSplit(split: Dimension | undefined): void;
  /** Those by which a split shows anything. */
  dimensions: readonly Dimension[];
  shown: readonly Shown[];
  scope: Scope;
  setting: Setting;
  again(): void;
}

/** Which time, split by what, and the ways out of the page: as a file, on paper. */
export function Toolbar(props: ToolbarProps) {
  const { range, setRange, split, setSplit, dimensions, again } = props;
  const ranges = Object.keys(RANGES) as Range[];
  return (
    <div className={styles.toolbar}>
      <Field label={i18n.t('figures.range')}>
        {(wiring) => (
          <Select
            {...wiring}
            value={range}
            onChange={({ target }) => setRange(ranges.find((one) => one === target.value) ?? range)}
          >
            <option value="month">{i18n.t('figures.month')}</option>
            <option value="quarter">{i18n.t('figures.quarter')}</option>
            <option value="half">{i18n.t('figures.half')}</option>
            <option value="year">{i18n.t('figures.year')}</option>
          </Select>
        )}
      </Field>
      <Field label={i18n.t('figures.split')}>
        {(wiring) => (
          <Select
            {...wiring}
            value={split ?? ''}
            onChange={({ target }) => setSplit(dimensions.find((one) => one === target.value))}
          >
            <option value="">{i18n.t('figures.splitNone')}</option>
            {dimensions.map((dimension) => (
              <option key={dimension} value={dimension}>
                {i18n.t(`figures.by.${dimension}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Ways {...props} />
      <Button size="small" look="quiet" onClick={again}>
        <RefreshCw size={14} aria-hidden />
        {i18n.t('figures.again')}
      </Button>
    </div>
  );
}

function Ways({ range, split, shown, scope, setting }: ToolbarProps) {
  const announce = useAnnounce();
  const head: SheetHead = {
    ...{ note: i18n.t('figures.notStaff'), madeAt: setting.now, scope, range, split },
    valueName: (value) => (split ? valueText(split, value, setting.processes) : value),
  };
  const save = (ending: 'csv' | 'json', type: string, text: string) => {
    saveFile(`countersign-figures-${setting.now.slice(0, 10)}.${ending}`, new Blob([text], { type }));
    announce(i18n.t('figures.saved'));
  };
  return (
    <div className={styles.ways}>
      <Button size="small" onClick={() => save('csv', 'text/csv', `\uFEFF${sheetOf(shown, head)}`)}>
        <FileSpreadsheet size={14} aria-hidden />
        {i18n.t('figures.csv')}
      </Button>
      <Button size="small" onClick={() => save('json', 'application/json', figuresJson(shown, head))}>
        <FileJson size={14} aria-hidden />
        {i18n.t('figures.json')}
      </Button>
      <Button size="small" onClick={() => print()}>
        <Printer size={14} aria-hidden />
        {i18n.t('figures.print')}
      </Button>
    </div>
  );
}
