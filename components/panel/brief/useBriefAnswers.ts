import { useEffect, useState } from 'react';
import type { BriefAnswers } from '../../../lib/domain/policy/brief.ts';
import { briefDraft, forgetBriefDraft, keepBriefDraft } from '../../../lib/settings/session/briefs.ts';

/** What is being typed into a brief: kept while the browser runs, so that a panel that closes loses nothing. */
export function useBriefAnswers(processId: string) {
  const [answers, setAnswers] = useState<BriefAnswers>({});
  useEffect(() => {
    void briefDraft(processId)
      // What was typed meanwhile is newer than what was kept.
      .then((kept) => setAnswers((typed) => ({ ...kept, ...typed })));
  }, [processId]);
  const answer = (id: string, value: string) => {
    const next = { ...answers, [id]: value };
    setAnswers(next);
    void keepBriefDraft(processId, next);
  };
  const forget = () => {
    setAnswers({});
    void forgetBriefDraft(processId);
  };
  return [answers, answer, forget] as const;
}
