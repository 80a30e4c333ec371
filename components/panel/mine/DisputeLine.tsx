import { i18n } from '#i18n';
import { mayDispute } from '../../../lib/domain/report/fate.ts';
import type { Report } from '../../../lib/domain/report/report.ts';
import { formKey } from '../../../lib/store/desk.ts';
import { DisputeWords } from '../../dossier/report/DisputeWords.tsx';
import { useSend } from '../../sending/useSend.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { WordsForm } from '../gate/WordsForm.tsx';

/** The way to say, once, that declining a report was wrong; then what was said. */
export function DisputeLine({ report }: { report: Report }) {
  const { carryOut, busy } = useSend();
  const { reportId } = report;
  if (!mayDispute(report)) return <DisputeWords report={report} own />;
  return (
    <Disclosure label={i18n.t('panel.dispute.open')}>
      <WordsForm
        draft={formKey('dispute', reportId)}
        label={i18n.t('panel.dispute.reason')}
        hint={i18n.t('panel.dispute.hint')}
        act={i18n.t('panel.dispute.send')}
        busy={busy}
        onWords={(reason) => carryOut('report.dispute', { reportId, reason }, i18n.t('panel.dispute.sent'))}
      />
    </Disclosure>
  );
}
