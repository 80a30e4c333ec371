import '../../components/ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import { announceLanguage } from '../../components/ui/locale.ts';
import { Welcome } from '../../components/welcome/Welcome.tsx';

announceLanguage(i18n.t('welcome.title'));
const root = document.getElementById('root');
if (!root) throw new Error('no #root');
createRoot(root).render(
  <StrictMode>
    <Welcome />
  </StrictMode>,
);
