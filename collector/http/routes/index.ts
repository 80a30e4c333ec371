/** Every route of the collector, as the OpenAPI document lists them. */
import type { Route } from './define.ts';
import { eraseAsked } from './erasures.ts';
import { awaitingAsked, pullAsked, pushAsked } from './events.ts';
import { headAsked, linksAsked } from './head.ts';
import { healthAsked, readyAsked } from './health.ts';
import { keysAsked } from './jwks.ts';
import { liveAsked } from './live.ts';
import { meAsked } from './me.ts';
import { exportMeAsked, exportPersonAsked, measureTotalsAsked, namesAsked } from './people.ts';
import { drawAsked, drawKeysAsked } from './policy/draws.ts';
import { listPoliciesAsked, publishPolicyAsked, readPolicyAsked, readVersionAsked } from './policy/policy.ts';
import { addProbeAsked, listProbesAsked, retireProbeAsked } from './policy/probes.ts';
import { answerProbeAsked, probesMineAsked } from './policy/probes-mine.ts';
import { receiptAsked, receiptPageAsked } from './policy/receipts.ts';
import { readRetentionAsked, setRetentionAsked } from './retention.ts';
import { signInAsked } from './sign-in.ts';
import { changeRoleAsked, createTokenAsked, listTokensAsked, revokeTokenAsked } from './tokens.ts';

export const ROUTES: readonly Route[] = [
  pushAsked,
  pullAsked,
  awaitingAsked,
  meAsked,
  namesAsked,
  measureTotalsAsked,
  headAsked,
  linksAsked,
  liveAsked,
  listTokensAsked,
  createTokenAsked,
  changeRoleAsked,
  revokeTokenAsked,
  eraseAsked,
  exportPersonAsked,
  exportMeAsked,
  readRetentionAsked,
  setRetentionAsked,
  readPolicyAsked,
  publishPolicyAsked,
  listPoliciesAsked,
  readVersionAsked,
  keysAsked,
  receiptAsked,
  drawAsked,
  drawKeysAsked,
  listProbesAsked,
  addProbeAsked,
  retireProbeAsked,
  probesMineAsked,
  answerProbeAsked,
  receiptPageAsked,
  signInAsked,
  healthAsked,
  readyAsked,
];
