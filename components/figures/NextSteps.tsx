import { FileDown } from 'lucide-react';
import { useId } from 'react';
import { i18n } from '#i18n';
import { testCaseLines } from '../../lib/domain/export/test-cases.ts';
import type { CostlyPattern } from '../../lib/domain/figures/next-steps.ts';
import type { Shown } from '../../lib/domain/figures/sheet.ts';
import type { Process } from '../../lib/domain/policy/process.ts';
import { outputsByHashes } from '../../lib/store/ask/queries.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { numberText } from '../ui/numbers.ts';
import { saveFile } from '../ui/save-file.ts';
import styles from './figures.module.css';
import { partText, rateText, valueText } from './words.ts';

interface NextStepsProps {
  patterns: readonly CostlyPattern[];
  /** Texts that wait past their time. */
  late: number;
  shown: readonly Shown[];
  processes: ReadonlyMap<string, Process>;
}

/** What the figures ask for: only what there is something to do about. */
export function NextSteps({ patterns, late, shown, processes }: NextStepsProps) {
  const title = useId();
  const rule = strictRule(shown);
  if (patterns.length === 0 && late === 0 && !rule) return null;
  return (
    <section className={styles.next} aria-labelledby={title}>
      <h2 id={title}>{i18n.t('figures.next')}</h2>
      <ul className={styles.steps}>
        {late > 0 ? <li className={styles.card}>{i18n.t('figures.late', late, [numberText(late)])}</li> : null}
        {rule ? <li className={styles.card}>{i18n.t('figures.strict', [rule])}</li> : null}
        {patterns.map((pattern) => (
          <PatternCard key={`${pattern.category} ${pattern.tool} ${pattern.process}`} {...{ pattern, processes }} />
        ))}
      </ul>
    </section>
  );
}

/** The share of passes that people found usable, where surely more than half are: then the rule holds what nobody would. */
function strictRule(shown: readonly Shown[]): string | undefined {
  const figure = shown.find(({ id }) => id === 'overruled')?.view.figure;
  if (figure?.kind !== 'share' || figure.rate === undefined || !figure.interval) return undefined;
  return figure.interval[0] > 0.5 ? rateText(figure.rate, undefined) : undefined;
}

/** Where it is; once, where both were counted together with others. */
const placeText = (tool: string, process: string, processes: NextStepsProps['processes']): string =>
  [...new Set([valueText('tool', tool, processes), valueText('process', process, processes)])].join(' · ');

function PatternCard({ pattern, processes }: { pattern: CostlyPattern; processes: ReadonlyMap<string, Process> }) {
  const announce = useAnnounce();
  const { category, tool, process, weight, hashes } = pattern;
  const save = async () => {
    const found = await outputsByHashes(hashes);
    const outputs = hashes.flatMap((hash) => found.get(hash) ?? []);
    const type = 'application/jsonl';
    saveFile(`countersign-cases-${category}.jsonl`, new Blob([testCaseLines(outputs)], { type }));
    announce(i18n.t('figures.saved'));
  };
  const failed = (error: unknown) => {
    console.error('Countersign could not write the test cases:', error);
    announce(i18n.t('figures.failedTitle'));
  };
  const count = hashes.length;
  return (
    <li className={styles.card}>
      <h3>{partText(category)}</h3>
      <p>{placeText(tool, process, processes)}</p>
      <p className={styles.muted}>{i18n.t('figures.pattern', count, [numberText(count), numberText(weight)])}</p>
      <Button size="small" onClick={() => void save().catch(failed)}>
        <FileDown size={14} aria-hidden />
        {i18n.t('figures.cases')}
      </Button>
    </li>
  );
}
