import { Siren } from 'lucide-react';
import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import { passOf } from '../../../lib/domain/output/process-record.ts';
import { Badge } from '../../ui/Badge.tsx';

const LOOK_MS = 30_000;

/** That a text goes, or went, without an approval: beside its status wherever it is shown. It never looks approved. */
export function PassMark({ output: { inProcess } }: { output: Output }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  const kind = inProcess && passOf(inProcess, new Date(now).toISOString());
  if (!kind) return null;
  return (
    <Badge
      tone={kind === 'bypass' ? 'raised' : 'change'}
      icon={kind === 'bypass' ? <Siren size={13} aria-hidden /> : undefined}
    >
      {i18n.t(`panel.gate.mark.${kind}`)}
    </Badge>
  );
}
