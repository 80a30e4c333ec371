/** Briefs that were filled in for a tab, and the answers that somebody is typing. Gone with the browser: it is content. */
import type { BriefAnswers } from '../../domain/policy/brief.ts';
import { familyOf } from '../family.ts';

/** A prompt that a brief made, until an answer comes that was made with it. */
interface FilledBrief {
  processId: string;
  /** Name of the process. */
  name: string;
  text: string;
}

/** A conversation has a few briefs; more are not looked through for each answer. */
const MOST_FILLED = 10;

const byTab = familyOf<FilledBrief[]>('briefs');
const byProcess = familyOf<BriefAnswers>('briefDrafts');

/** The briefs that were filled in for a tab, newest first. */
export const briefsOf = async (tabId: number): Promise<FilledBrief[]> => (await byTab.get(tabId)) ?? [];

export const rememberBrief = async (tabId: number, filled: FilledBrief): Promise<void> =>
  byTab.put(tabId, [filled, ...(await briefsOf(tabId))].slice(0, MOST_FILLED));

export const forgetBriefs = (tabId: number): Promise<void> => byTab.forget(tabId);

/** What is being typed into the brief of a process, so far. */
export const briefDraft = async (processId: string): Promise<BriefAnswers> => (await byProcess.get(processId)) ?? {};
export const keepBriefDraft = (processId: string, answers: BriefAnswers): Promise<void> =>
  byProcess.put(processId, answers);
export const forgetBriefDraft = (processId: string): Promise<void> => byProcess.forget(processId);
