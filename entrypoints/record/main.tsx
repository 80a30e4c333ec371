import '../../components/record/record.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import { RecordPage } from '../../components/record/Record.tsx';
import { announceLanguage } from '../../components/ui/locale.ts';

announceLanguage(i18n.t('record.title'));
const root = document.getElementById('root');
if (!root) throw new Error('no #root');
createRoot(root).render(
  <StrictMode>
    <RecordPage hash={new URLSearchParams(location.search).get('output') ?? ''} />
  </StrictMode>,
);
