/** The pool of test texts, kept by the collector and asked of it each time: no browser holds what a reviewer may be given. */
import * as z from 'zod';
import { handle } from '../../messages/receive.ts';
import { askAsAdmin } from './ask-as-admin.ts';

const listed = z.lazy(() =>
  z.object({
    probes: z.array(z.object({ probeId: z.string(), processId: z.string(), text: z.string(), flaw: z.string() })),
  }),
);

export function registerProbePool(): void {
  handle('probe.list', () => askAsAdmin('GET', '/v1/probes', undefined, (body) => listed.parse(body)));
  handle('probe.add', (entered) => askAsAdmin('POST', '/v1/probes', entered, () => ({ added: true as const })));
  handle('probe.retire', ({ probeId }) =>
    askAsAdmin('DELETE', `/v1/probes/${probeId}`, undefined, () => ({ retired: true as const })),
  );
}
