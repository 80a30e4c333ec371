import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import type { MessageBody } from '../../../lib/messages/to-background/index.ts';
import type { PersonToken } from '../../../lib/messages/to-background/person.ts';
import { target } from '../../../lib/store/ask/queries.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { endpointText } from '../../words/endpoint.ts';
import { refusalText } from '../../words/refusal.ts';

/** The team's people as its collector has them now, and what an administrator does with them. */
export function usePeople() {
  const isAdmin = useLiveQuery(target)?.role === 'admin';
  const announce = useAnnounce();
  const [tokens, setTokens] = useState<PersonToken[]>();
  const [problem, setProblem] = useState<string>();
  const [token, setToken] = useState<string>();

  /** Sends a question, and says what is wrong where there is no answer to it. */
  const asked = useCallback(async <R extends object>(question: Promise<R | { problem: string }>) => {
    try {
      const answer = await question;
      setProblem('problem' in answer ? endpointText(answer.problem) : undefined);
      return 'problem' in answer ? undefined : (answer as R);
    } catch (error) {
      setProblem(refusalText(error));
      return undefined;
    }
  }, []);
  const load = useCallback(async () => {
    const answer = await asked(send('person.list', {}));
    if (answer && 'tokens' in answer) setTokens(answer.tokens);
  }, [asked]);
  useEffect(() => {
    if (isAdmin) void load();
  }, [isAdmin, load]);

  const add = async (who: MessageBody<'person.add'>): Promise<boolean> => {
    const answer = await asked(send('person.add', who));
    if (!answer || !('token' in answer)) return false;
    setToken(answer.token);
    await load();
    return true;
  };
  const end = async (tokenId: string): Promise<void> => {
    if (!(await asked(send('person.end', { tokenId })))) return;
    announce(i18n.t('people.endedNow'));
    await load();
  };
  return {
    isAdmin,
    tokens,
    problem,
    token,
    add,
    end: (tokenId: string) => void end(tokenId),
    again: () => void load(),
  };
}
