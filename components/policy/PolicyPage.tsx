import { i18n } from '#i18n';
import type { Json } from '../../lib/domain/policy/writing/draft.ts';
import { usePolicy } from '../panel/usePolicy.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { Beginning } from './begin/Beginning.tsx';
import { Editor } from './Editor.tsx';
import { usePolicyRead } from './origin/usePolicyRead.ts';
import { PeriodicReview } from './periodic/PeriodicReview.tsx';
import styles from './policy.module.css';
import { rulesIn } from './useChecked.ts';
import { usePolicyDraft } from './usePolicyDraft.ts';

/** Where somebody writes the rules of an organisation, and has them as a document. */
export const PolicyPage = () => (
  <PageFrame title={i18n.t('policyForm.title')} intro={i18n.t('policyForm.intro')} printsDocument>
    <Writing />
  </PageFrame>
);

function Writing() {
  const inForce = usePolicy();
  const origins = usePolicyRead()?.origins;
  const { ready, draft, write, replace, undo, redo } = usePolicyDraft();
  if (!ready) return <p>{i18n.t('policyForm.loading')}</p>;
  const rules = inForce?.policy.format === 2 ? inForce.policy : undefined;
  const before = inForce && (JSON.parse(inForce.text) as Json);
  return (
    <>
      <div className={styles.toolbar}>
        <Button size="small" disabled={!undo} onClick={undo}>
          {i18n.t('policyForm.undo')}
        </Button>
        <Button size="small" disabled={!redo} onClick={redo}>
          {i18n.t('policyForm.redo')}
        </Button>
        {draft === undefined ? null : <Again onAgain={() => replace(undefined)} />}
      </div>
      {draft === undefined ? (
        <Beginning inForce={before} onBegin={replace} />
      ) : (
        <Editor
          draft={draft}
          before={before}
          origins={origins}
          inForce={rules}
          isManaged={inForce?.source === 'managed'}
          write={write}
          replace={replace}
        />
      )}
      {rules ? <PeriodicReview policy={rules} proposed={rulesIn(draft)} /> : null}
    </>
  );
}

const Again = ({ onAgain }: { onAgain(): void }) => (
  <ConfirmDialog
    trigger={
      <Button size="small" look="quiet">
        {i18n.t('policyForm.again')}
      </Button>
    }
    title={i18n.t('policyForm.againAsk')}
    text={i18n.t('policyForm.againText')}
    confirm={i18n.t('policyForm.again')}
    onConfirm={onAgain}
  />
);
