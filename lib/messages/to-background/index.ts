/** Every message to the background, by its noun; each file says who may send it, what it is for, what it holds and what is answered. */
import type * as z from 'zod';
import type { Answered } from '../declare.ts';
import { briefMessages } from './brief.ts';
import { calibrationMessages } from './calibration.ts';
import { citationMessages } from './citation.ts';
import { composeMessages } from './compose.ts';
import { decisionMessages } from './decision.ts';
import { delegationMessages } from './delegation.ts';
import { detectorMessages } from './detector.ts';
import { diagnosisMessages } from './diagnosis.ts';
import { draftMessages } from './draft.ts';
import { gateMessages } from './gate.ts';
import { handlingMessages } from './handling.ts';
import { handoffMessages } from './handoff.ts';
import { healthMessages } from './health.ts';
import { informationMessages } from './information.ts';
import { limitsMessages } from './limits.ts';
import { measureMessages } from './measure.ts';
import { newsMessages } from './news.ts';
import { outputMessages } from './output.ts';
import { panelMessages } from './panel.ts';
import { personMessages } from './person.ts';
import { policyMessages } from './policy.ts';
import { probeMessages } from './probe.ts';
import { receiptMessages } from './receipt.ts';
import { recordsMessages } from './records.ts';
import { reportMessages } from './report.ts';
import { reuseMessages } from './reuse.ts';
import { scriptMessages } from './script.ts';
import { secondMessages } from './second.ts';
import { shortcutMessages } from './shortcut.ts';
import { signInMessages } from './sign-in.ts';
import { siteMessages } from './site.ts';
import { syncMessages } from './sync.ts';
import { targetMessages } from './target.ts';
import { teachMessages } from './teach.ts';
import { toolMessages } from './tool.ts';

export const MESSAGES = {
  ...briefMessages,
  ...calibrationMessages,
  ...limitsMessages,
  ...citationMessages,
  ...composeMessages,
  ...decisionMessages,
  ...delegationMessages,
  ...detectorMessages,
  ...diagnosisMessages,
  ...draftMessages,
  ...gateMessages,
  ...handlingMessages,
  ...handoffMessages,
  ...healthMessages,
  ...informationMessages,
  ...measureMessages,
  ...newsMessages,
  ...outputMessages,
  ...panelMessages,
  ...personMessages,
  ...policyMessages,
  ...probeMessages,
  ...receiptMessages,
  ...recordsMessages,
  ...reportMessages,
  ...reuseMessages,
  ...scriptMessages,
  ...secondMessages,
  ...shortcutMessages,
  ...signInMessages,
  ...siteMessages,
  ...syncMessages,
  ...targetMessages,
  ...teachMessages,
  ...toolMessages,
} as const;

export type MessageName = keyof typeof MESSAGES;
export type MessageBody<K extends MessageName> = z.infer<ReturnType<(typeof MESSAGES)[K]['body']>>;
/** Answer to a message; `null` where there is nothing to say but that it was done. */
export type Reply<K extends MessageName> = Answered<(typeof MESSAGES)[K]>;
