import { i18n } from '#i18n';
import type { Verdict } from '../../../lib/domain/codes.ts';
import { answersOf, isDivided } from '../../../lib/domain/decision/calibration.ts';
import { figureOf } from '../../../lib/domain/figures/figure.ts';
import { FEWEST_PEOPLE } from '../../../lib/domain/figures/groups.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { numberText } from '../../ui/numbers.ts';
import styles from '../figures.module.css';
import { figureText } from '../words.ts';
import own from './calibration.module.css';
import type { CalibratedItem, Calibrating } from './useCalibrations.ts';

/** What they said, side by side and without a name: where they differ first. Agreement is a figure from five people on. */
export function Comparison({ calibrating: { items, people, given } }: { calibrating: Calibrating }) {
  const divided = items.filter(isDivided);
  const alike = items.filter((item) => !isDivided(item) && answersOf(item).length > 1);
  const compared = [...divided, ...alike];
  const figure = figureOf('agreement', compared.map(answersOf));
  return (
    <>
      <p>{i18n.t('calibration.over', { given, all: items.length * people })}</p>
      {compared.length === 0 ? <p className={styles.muted}>{i18n.t('calibration.nothing')}</p> : null}
      {compared.length > 0 ? (
        <p className={styles.muted}>
          {people >= FEWEST_PEOPLE
            ? i18n.t('calibration.agreement', { figure: figureText(figure) })
            : i18n.t('calibration.noFigure')}
        </p>
      ) : null}
      {compared.length > 0 && divided.length === 0 ? <p>{i18n.t('calibration.allAlike')}</p> : null}
      {divided.length > 0 ? (
        <>
          <h4 className={own.heading}>{i18n.t('calibration.differ')}</h4>
          <Items of={divided} />
        </>
      ) : null}
      {divided.length > 0 && alike.length > 0 ? (
        <Disclosure label={i18n.t('calibration.alike')}>
          <Items of={alike} />
        </Disclosure>
      ) : null}
    </>
  );
}

const Items = ({ of }: { of: readonly CalibratedItem[] }) => (
  <ul className={own.list}>
    {of.map(({ output, seats }) => {
      const said = seats.flatMap(({ given }) => given ?? []);
      const verdicts = Map.groupBy(said, ({ verdict }) => verdict);
      const notes = said.flatMap(({ content }) => content?.note ?? []);
      return (
        <li key={output.hash} className={own.compared}>
          <p dir="auto" className={own.excerpt}>
            {output.content?.text ?? i18n.t('panel.queue.erased')}
          </p>
          <p>{[...verdicts].map(([verdict, some]) => countText(verdict, some.length)).join(' · ')}</p>
          {notes.sort().map((note) => (
            <p key={note} dir="auto" className={styles.small}>
              {note}
            </p>
          ))}
        </li>
      );
    })}
  </ul>
);

const countText = (verdict: Verdict, count: number): string =>
  i18n.t('calibration.said', { verdict: i18n.t(`verdict.${verdict}`), count: numberText(count) });
