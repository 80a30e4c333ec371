import { useState } from 'react';
import { i18n } from '#i18n';
import type { Category } from '../../../lib/domain/codes.ts';
import { send } from '../../../lib/messages/send.ts';
import type { OwnReport } from '../../../lib/messages/to-background/output.ts';
import { useDoing } from '../../sending/useDoing.ts';
import { Said } from '../trace/Said.tsx';
import { CategoryChoice, SeverityChoice } from './choices.tsx';

interface AmendProps {
  report: OwnReport;
  often: readonly Category[];
  onDone(): void;
  onCancel(): void;
}

/** Other categories or another severity: the choice of a severity sends. Nothing has happened before that. */
export function Amend({ report, often, onDone, onCancel }: AmendProps) {
  const [categories, setCategories] = useState<Category[]>(report.categories);
  const { busy, failure, run } = useDoing();
  return (
    <>
      <CategoryChoice often={often} chosen={categories} onChange={setCategories} />
      {categories.length > 0 ? (
        <SeverityChoice
          busy={busy}
          chosen={report.severity}
          onChoose={(severity) =>
            run(async () => {
              await send('report.amend', { reportId: report.reportId, categories, severity });
              onDone();
            })
          }
        />
      ) : null}
      <div className="row">
        <button type="button" className="button" data-action="cancel" onClick={onCancel}>
          <Said>{i18n.t('common.cancel')}</Said>
        </button>
      </div>
      {failure ? (
        <p className="problem" role="alert">
          <Said>{failure}</Said>
        </p>
      ) : null}
    </>
  );
}
