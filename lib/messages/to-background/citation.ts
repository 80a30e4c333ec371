/** Messages to the background about the sources that an output cites. */
import * as z from 'zod';
import { hashSchema } from '../../domain/output/ids.ts';
import { declare, replies } from '../declare.ts';

/** How a look at an output's sources went. */
interface SourcesChecked {
  checked: number;
  /** Sites that the browser does not let us ask. */
  withheld: string[];
}

export const citationMessages = {
  'citation.check': declare({
    from: ['panel'],
    does: 'Look at the sources that an output cites, as far as the browser lets us; answers when all are done.',
    body: () => z.strictObject({ hash: hashSchema }),
    reply: replies<SourcesChecked>(),
  }),
  'citation.stop': declare({
    from: ['panel'],
    does: 'Stop looking at the sources of an output; what was found stays.',
    body: () => z.strictObject({ hash: hashSchema }),
  }),
} as const;
