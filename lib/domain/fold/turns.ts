/** What starts, moves and ends the clock of an output that is being folded. */
import type { Decision } from '../decision/decision.ts';
import { openLooks, type Turn, unreviewedPasses } from '../output/process-record.ts';
import type { OutputFolding } from './folding.ts';

/** Somebody asks: a request, a report that begins to wait, what was drawn for a second look. */
export function turnAsked({ turns }: OutputFolding, id: string, at: string): void {
  turns.push({ kind: 'asked', id, at });
}

/** It is asked no more. Where it was the last thing that anybody asked, nothing is left of what was handed on meanwhile. */
export function turnWithdrawn(folding: OutputFolding, id: string): void {
  folding.turns.push({ kind: 'withdrawn', id });
  const asked = new Set<string>();
  for (const turn of folding.turns) {
    if (turn.kind === 'asked') asked.add(turn.id);
    if (turn.kind === 'withdrawn') asked.delete(turn.id);
  }
  const isLeft = asked.size > 0 || folding.turns.some(({ kind }) => kind === 'escalated');
  if (!isLeft) folding.turns = [];
}

/** It is handed on. What nobody waits for has no clock that could be handed to anybody. */
export function turnHanded({ turns, process }: OutputFolding, turn: Extract<Turn, { kind: 'handed' }>): void {
  if (turns.length > 0 || unreviewedPasses(process).length > 0) turns.push(turn);
}

/**
 * A decision answers whatever was asked, but reports that it does not name, which whoever made it had not seen, and what somebody
 * else is to look at again. Their time begins anew: nobody was silent until then.
 */
export function turnDecided(folding: OutputFolding, { verdict, decidedAt }: Decision): void {
  if (verdict === 'escalate') {
    folding.turns.push({ kind: 'escalated', at: decidedAt });
    return;
  }
  const reports = [...folding.reports.values()].filter(({ state }) => state === 'open');
  const open = [
    ...reports.map(({ reportId }) => reportId),
    ...openLooks(folding.process).map(({ decisionId }) => decisionId),
  ];
  folding.turns = open.map((id) => ({ kind: 'asked', id, at: decidedAt }));
}
