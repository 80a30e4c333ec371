import { useState } from 'react';
import { monthsUpTo, RANGES } from '../../../lib/domain/figures/months.ts';
import type { Scope } from '../../../lib/domain/figures/view.ts';
import { sha256 } from '../../../lib/domain/output/hash.ts';
import { withLastReview } from '../../../lib/domain/policy/periodic/due.ts';
import { PACK_FIGURES } from '../../../lib/domain/policy/periodic/figure-words.ts';
import {
  type PackAsked,
  packFrom,
  packOf,
  packRange,
  packText,
  type ReviewPack,
  type VersionText,
  versionsIn,
} from '../../../lib/domain/policy/periodic/pack.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { policyVersionOf, versionLinesOf } from '../../../lib/domain/policy/writing/version-line.ts';
import { RefusedError, send } from '../../../lib/messages/send.ts';
import { signedReviews } from '../../../lib/store/ask/review/periodic.ts';
import { figuresAside, packAside } from '../../aside/thread.ts';

/** A pack, its text as a file, and what a sign-off names it by. */
export interface MadePack {
  pack: ReviewPack;
  text: string;
  hash: string;
}

type State = { kind: 'making' } | { kind: 'failed' } | ({ kind: 'made' } & MadePack);

/** Of so many versions the texts are asked for; of older ones there is the line alone. */
const MOST_TEXTS = 24;

/** Puts the pack together when it is asked for: the long work is done beside the page. */
export function usePack(): {
  state: State | undefined;
  make(policy: GovernancePolicy, proposed: GovernancePolicy | undefined, scope: Scope): void;
} {
  const [state, setState] = useState<State>();
  const make = (policy: GovernancePolicy, proposed: GovernancePolicy | undefined, scope: Scope) => {
    setState({ kind: 'making' });
    madeOf(policy, proposed ?? policy, scope).then(
      (made) => setState({ kind: 'made', ...made }),
      (error: unknown) => {
        console.error('Countersign could not put the pack together:', error);
        setState({ kind: 'failed' });
      },
    );
  };
  return { state, make };
}

async function madeOf(policy: GovernancePolicy, proposed: GovernancePolicy, scope: Scope): Promise<MadePack> {
  const until = new Date().toISOString();
  const from = packFrom(withLastReview(policy, await signedReviews()), until.slice(0, 10));
  const asked: PackAsked = { policy, proposed, from, until, scope };
  const range = packRange(policy);
  const setting = {
    ...{ now: until, policyVersion: policy.version, calendar: policy.calendar },
    processes: new Map((policy.processes ?? []).map((process) => [process.id, process])),
  };
  const [read, counted, versions] = await Promise.all([
    packAside(asked),
    figuresAside({ scope, setting, range, split: undefined }),
    knownVersions(from),
  ]);
  const figures = counted.views
    .filter(({ id }) => Object.hasOwn(PACK_FIGURES, id))
    .map(({ id, view: { figure, before } }) => ({ id, figure: withoutDrawing(figure), before }));
  const pack = packOf({
    ...{ asked, figures, read, versions: versionsIn(versions, from, until) },
    months: monthsUpTo(until, RANGES[range]),
  });
  const text = packText(pack);
  return { pack, text, hash: await sha256(text) };
}

/** A curve is drawn, and not read. */
const withoutDrawing = <F extends { kind: string }>(figure: F): F =>
  figure.kind === 'time' ? { ...figure, curve: [] } : figure;

/** The versions as the team's server has them, newest first, with the texts of those that held in the time; none without a server. */
async function knownVersions(from: string): Promise<VersionText[]> {
  try {
    const said = await send('policy.versions', {});
    const lines = said.kind === 'versions' ? versionLinesOf(said.said) : [];
    const held = lines.findIndex(({ inForceFrom }) => inForceFrom <= from);
    const last = held < 0 ? lines.length : held + 2;
    const texts = await Promise.all(
      lines.slice(0, Math.min(last, MOST_TEXTS)).map(({ number }) => versionText(number)),
    );
    return lines.map((line, at) => ({ ...line, text: texts[at] }));
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return [];
  }
}

async function versionText(number: number): Promise<VersionText['text']> {
  const said = await send('policy.versions', { number });
  return said.kind === 'versions' ? policyVersionOf(said.said)?.text : undefined;
}
