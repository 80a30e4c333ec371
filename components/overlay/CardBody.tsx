import { useState } from 'react';
import type { Category } from '../../lib/domain/codes.ts';
import type { Card as CardFacts } from '../../lib/messages/to-background/output.ts';
import type { ReportMade } from '../../lib/messages/to-background/report.ts';
import type { Bus, CardRequest } from '../../lib/page/frame/bus.ts';
import { CardFoot } from './CardFoot.tsx';
import { ComposeFrame, type Composing } from './flag/ComposeFrame.tsx';
import { FlagForm } from './flag/FlagForm.tsx';
import { OwnReports } from './flag/OwnReports.tsx';
import { Sent } from './flag/Sent.tsx';
import type { Hold } from './hold.ts';
import { StatusLine } from './trace/StatusLine.tsx';
import { CardTraceFacts } from './trace/TraceFacts.tsx';

interface CardBodyProps {
  request: CardRequest;
  bus: Bus;
  hold: Hold;
  facts: CardFacts;
  reload(): void;
}

/** What the card shows once it knows of the output; or, while something is written, the frame for that. */
export function CardBody({ request, bus, hold, facts, reload }: CardBodyProps) {
  const [made, setMade] = useState<ReportMade & { leads: Category }>();
  const [composing, setComposing] = useState<Composing>();
  const [changed, setChanged] = useState<string>();
  // Both as they were when the card opened: what somebody reads, or is about to press, must not move under them.
  const [often] = useState(facts.often);
  const [ownFirst] = useState(() => facts.own.some(({ state }) => state !== 'withdrawn'));
  const sent = (report: ReportMade, categories: Category[]) => {
    setMade({ ...report, leads: categories[0] ?? 'other' });
    if (categories.includes('other')) setComposing({ reportId: report.reportId, field: 'comment' });
    reload();
  };
  const done = () => {
    setMade(undefined);
    reload();
  };
  const written = (saved: boolean) => {
    hold.release();
    if (saved && composing && 'reportId' in composing) setChanged(composing.reportId);
    setComposing(undefined);
    reload();
  };
  if (composing) return <ComposeFrame task={composing} bus={bus} onClosed={written} />;
  const own = (
    <OwnReports
      often={often}
      reports={facts.own.filter((report) => report.reportId !== made?.reportId)}
      changed={changed}
      onChanged={(reportId) => {
        setChanged(reportId);
        reload();
      }}
      onWrite={setComposing}
    />
  );
  return (
    <>
      <div className="body">
        <StatusLine facts={facts} />
        {ownFirst ? own : null}
        {made ? (
          <Sent made={made} leads={made.leads} onUndone={done} onWrite={setComposing} />
        ) : (
          <FlagForm request={request} often={often} onSent={sent} onPreview={setComposing} />
        )}
        {ownFirst ? null : own}
      </div>
      <CardTraceFacts request={request} facts={facts} />
      <CardFoot />
    </>
  );
}
