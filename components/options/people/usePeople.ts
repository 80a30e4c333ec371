import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { Role } from '../../../lib/domain/codes.ts';
import { send } from '../../../lib/messages/send.ts';
import type { MessageBody } from '../../../lib/messages/to-background/index.ts';
import type { PersonToken } from '../../../lib/messages/to-background/person.ts';
import { target } from '../../../lib/store/ask/queries.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { endpointText } from '../../words/endpoint.ts';
import { refusalText } from '../../words/refusal.ts';
import type { MadeToken } from './NewToken.tsx';

/** The team's people as its collector has them now, and what an administrator does with them. */
export function usePeople() {
  const row = useLiveQuery(target);
  const admin = row?.role === 'admin' ? row.subject : undefined;
  const address = String(row?.settings.address ?? '');
  const announce = useAnnounce();
  const [tokens, setTokens] = useState<PersonToken[]>();
  const [problem, setProblem] = useState<string>();
  const [made, setMade] = useState<MadeToken>();

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
    if (answer && 'tokens' in answer) setTokens(answer.tokens.filter(({ revokedAt }) => revokedAt === null));
  }, [asked]);
  useEffect(() => {
    if (admin) void load();
  }, [admin, load]);

  const add = async (who: MessageBody<'person.add'>): Promise<boolean> => {
    const answer = await asked(send('person.add', who));
    if (!answer || !('token' in answer)) return false;
    setMade({ name: who.name || who.subject, address, token: answer.token });
    await load();
    return true;
  };
  const change = async ({ tokenId, name, subject }: PersonToken, role: Role): Promise<void> => {
    if (await asked(send('person.role', { tokenId, role })))
      announce(i18n.t('people.roleChanged', { name: name ?? subject, role: i18n.t(`role.${role}`) }));
    await load();
  };
  const end = async (tokenId: string): Promise<void> => {
    if (!(await asked(send('person.end', { tokenId })))) return;
    announce(i18n.t('people.endedNow'));
    await load();
  };
  return {
    ...{ admin, tokens, problem, made, add },
    change: (token: PersonToken, role: Role) => void change(token, role),
    end: (tokenId: string) => void end(tokenId),
    again: () => void load(),
    forget: () => setMade(undefined),
  };
}
