import '../../components/ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import { FiguresPage } from '../../components/figures/FiguresPage.tsx';
import { prepareCounted } from '../../components/figures/useCounted.ts';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { announceLanguage } from '../../components/ui/locale.ts';

prepareCounted();
announceLanguage(i18n.t('figures.title'));
const root = document.getElementById('root');
if (!root) throw new Error('no #root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <FiguresPage />
    </ErrorBoundary>
  </StrictMode>,
);
