import { useLiveQuery } from 'dexie-react-hooks';
import { EyeOff } from 'lucide-react';
import { i18n } from '#i18n';
import { awaitsDecision } from '../../../lib/domain/decision/queue.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { problemReports } from '../../../lib/domain/report/standing.ts';
import { outputByHash } from '../../../lib/store/ask/queries.ts';
import { formKey } from '../../../lib/store/desk.ts';
import { DossierView } from '../../dossier/DossierView.tsx';
import { OutputDossier } from '../../dossier/OutputDossier.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { fullDate } from '../../ui/RelativeTime.tsx';
import type { Decided, Given } from '../decided/useTakingBack.ts';
import { GateSection } from '../gate/GateSection.tsx';
import { Questions } from '../gate/Questions.tsx';
import { AsideNotice } from '../handling/AsideNotice.tsx';
import { HandlingBar } from '../handling/HandlingBar.tsx';
import type { Handled } from '../handling/useHandled.ts';
import { useFormDraft } from '../useFormDraft.ts';
import { DecisionForm } from './DecisionForm.tsx';
import styles from './Queue.module.css';
import { SettledNotice } from './SettledNotice.tsx';
import type { DecisionDraft } from './useDecision.ts';

interface QueueDetailProps {
  hash: string;
  /** What leads back, in words. */
  back: string;
  position: string | undefined;
  onBack(): void;
  onDecided(decided: Decided | Given): void;
  onHandled(handled: Handled): void;
  /** Opens another one: the one that this is the same as. */
  onOpen(hash: string): void;
}

const read = async (hash: string) => ({ output: await outputByHash(hash) });

/** One output with everything that is known of it, and the decision. */
export function QueueDetail({ hash, back, position, onBack, onDecided, onHandled, onOpen }: QueueDetailProps) {
  const found = useLiveQuery(() => read(hash), [hash]);
  const before = useFormDraft<DecisionDraft>(formKey('decision', hash));
  const output = found?.output;
  // Whoever judges a second time has the text and what was reported: the rest would say what became of it.
  const open = output?.blind ? undefined : output;
  const settled = open && !awaitsDecision(open);
  return (
    <DossierView
      back={back}
      onBack={onBack}
      beside={position ? <span className={styles.position}>{position}</span> : null}
      foot={
        output && before !== undefined ? (
          <DecisionForm
            output={output}
            reports={problemReports(output)}
            before={before ?? undefined}
            onDecided={onDecided}
          />
        ) : null
      }
    >
      <div className={styles.body} data-output-hash={hash}>
        {open && !settled ? <Arranged output={open} onHandled={onHandled} onOpen={onOpen} /> : null}
        {output?.blind ? <ApartNotice blind={output.blind} /> : null}
        {output ? <OutputDossier key={hash} output={output} /> : null}
        {found && !output ? <Notice tone="warning">{i18n.t('panel.queue.missing')}</Notice> : null}
        {settled ? <SettledNotice output={open} /> : null}
        {open ? <GateSection output={open} /> : null}
        {open ? <Questions output={open} asks /> : null}
      </div>
    </DossierView>
  );
}

/** Whose verdicts are not shown yet, and why. */
const ApartNotice = ({ blind: { until } }: { blind: NonNullable<Output['blind']> }) => (
  <Notice icon={<EyeOff size={16} aria-hidden />}>
    {until === undefined ? i18n.t('panel.second.mine') : i18n.t('calibration.asked', { at: fullDate(until) })}
  </Notice>
);

type ArrangedProps = Pick<QueueDetailProps, 'onHandled' | 'onOpen'> & { output: Output };

/** What reviewers arrange about it while it waits. */
const Arranged = ({ output, onHandled, onOpen }: ArrangedProps) => (
  <>
    <HandlingBar output={output} onHandled={onHandled} />
    <AsideNotice output={output} onOpen={onOpen} />
  </>
);
