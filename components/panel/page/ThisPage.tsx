import { ScanText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { watchFlooded } from '../../../lib/settings/session/flooded.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { BriefStart } from '../brief/BriefStart.tsx';
import { useStored } from '../useStored.ts';
import { FoundOutput } from './FoundOutput.tsx';
import { PageDossier } from './PageDossier.tsx';
import { ToolRule } from './ToolRule.tsx';
import { type PageOutput, type PageOutputs, usePageOutputs } from './usePageOutputs.ts';
import { useWatchedTab } from './useWatchedTab.ts';
import { WatchState } from './WatchState.tsx';

const keyOf = ({ frameId, id }: PageOutput): string => `${frameId} ${id}`;

/** What was found in the page beside the panel, and how. */
export function ThisPage() {
  const tab = useWatchedTab();
  const page = usePageOutputs(tab);
  const rows = useStored(page?.outputs ?? []);
  const [dossier, setDossier] = useState<string>();
  if (!tab || !page) return null;
  if (dossier) return <PageDossier hash={dossier} onBack={() => setDossier(undefined)} />;
  return (
    <>
      <WatchState page={page} tab={tab} />
      <ToolRule url={tab.url} />
      <Flooded tabId={tab.tabId} />
      <BriefStart tabId={tab.tabId} />
      {page.outputs.length === 0 ? (
        <NoOutputs watch={page.watch} />
      ) : (
        <VirtualList
          label={i18n.t('panel.page.list')}
          items={page.outputs}
          keyOf={keyOf}
          attributesOf={(output) => ({ 'data-output-hash': rows?.get(output.id)?.hash })}
          estimate={120}
        >
          {(output) => (
            <FoundOutput found={output} stored={rows?.get(output.id)} tabId={tab.tabId} onDossier={setDossier} />
          )}
        </VirtualList>
      )}
    </>
  );
}

/** Says that not all of the page is stored, where it showed more than is taken in. */
function Flooded({ tabId }: { tabId: number }) {
  const [flooded, setFlooded] = useState(false);
  useEffect(() => watchFlooded(tabId, setFlooded), [tabId]);
  return flooded ? (
    <Notice tone="warning" live>
      {i18n.t('panel.page.flooded')}
    </Notice>
  ) : null;
}

function NoOutputs({ watch }: { watch: PageOutputs['watch'] }) {
  if (watch === 'watching') {
    return (
      <EmptyState
        icon={<ScanText size={24} />}
        title={i18n.t('panel.page.noneTitle')}
        text={i18n.t('panel.page.noneText')}
      />
    );
  }
  if (watch !== 'idle') return null;
  return (
    <EmptyState
      icon={<ScanText size={24} />}
      title={i18n.t('panel.page.idleTitle')}
      text={i18n.t('panel.page.idleText')}
    />
  );
}
