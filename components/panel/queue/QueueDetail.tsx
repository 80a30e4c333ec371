import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import { awaitsDecision } from '../../../lib/domain/decision/queue.ts';
import { problemReports } from '../../../lib/domain/report/standing.ts';
import { outputByHash } from '../../../lib/store/ask/queries.ts';
import { formKey } from '../../../lib/store/desk.ts';
import { DossierView } from '../../dossier/DossierView.tsx';
import { OutputDossier } from '../../dossier/OutputDossier.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Decided } from '../decided/useTakingBack.ts';
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
  onDecided(decided: Decided): void;
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
  const settled = output && !awaitsDecision(output);
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
        {output && !settled ? <HandlingBar output={output} onHandled={onHandled} /> : null}
        {output && !settled ? <AsideNotice output={output} onOpen={onOpen} /> : null}
        {output ? <OutputDossier key={hash} output={output} /> : null}
        {found && !output ? <Notice tone="warning">{i18n.t('panel.queue.missing')}</Notice> : null}
        {settled ? <SettledNotice output={output} /> : null}
        {output ? <GateSection output={output} /> : null}
        {output ? <Questions output={output} asks /> : null}
      </div>
    </DossierView>
  );
}
