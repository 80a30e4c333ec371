import { useState } from 'react';
import { i18n } from '#i18n';
import type { PublishProblem } from '../../../lib/domain/policy/publishable.ts';
import type { Json } from '../../../lib/domain/policy/writing/draft.ts';
import { policyVersionOf, type VersionLine } from '../../../lib/domain/policy/writing/version-line.ts';
import { send } from '../../../lib/messages/send.ts';
import { useDoing } from '../../sending/useDoing.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { endpointText } from '../../words/endpoint.ts';
import { Problems } from '../check/Gaps.tsx';
import styles from '../policy.module.css';
import { Compare } from './Compare.tsx';
import { slipText } from './slip.ts';
import type { useVersions } from './useVersions.ts';
import { Versions } from './Versions.tsx';

interface PublishProps {
  draft: Json;
  hasProblems: boolean;
  server: ReturnType<typeof useVersions>;
  replace(draft: Json): void;
}

type Theirs = VersionLine & { text: Json };

/** Publishing to the team's server: over the newest version there, with a note why. Nothing where no server is connected. */
export function Publish({ draft, hasProblems, server, replace }: PublishProps) {
  const { versions, look, textOf } = server;
  const [theirs, setTheirs] = useState<Theirs>();
  if (!versions) return null;
  const take = async (number: number) => {
    const text = await textOf(number);
    if (text !== undefined) replace(text);
  };
  const onto = theirs?.number ?? versions[0]?.number ?? 0;
  return (
    <section className={styles.form}>
      <h2>{i18n.t('policyForm.server')}</h2>
      {theirs ? (
        <Meanwhile theirs={theirs} draft={draft} onTake={() => replace(theirs.text)} />
      ) : (
        <Disclosure label={i18n.t('policyForm.versions')}>
          <Versions versions={versions} onTake={(number) => void take(number)} />
        </Disclosure>
      )}
      <PublishForm
        {...{ draft, hasProblems, onto }}
        onMoved={(said) => setTheirs(policyVersionOf(said))}
        onPublished={() => {
          setTheirs(undefined);
          void look();
        }}
      />
    </section>
  );
}

/** Somebody else published since: what differs, their version to go on from, or one's own over it. Nothing is lost. */
const Meanwhile = ({ theirs, draft, onTake }: { theirs: Theirs; draft: Json; onTake(): void }) => (
  <Notice tone="warning" live>
    <p>{i18n.t('policyForm.meanwhile', { by: theirs.by, number: String(theirs.number), version: theirs.version })}</p>
    <Compare before={theirs.text} after={draft} />
    <div className={styles.buttons}>
      <Button size="small" onClick={onTake}>
        {i18n.t('policyForm.takeTheirs')}
      </Button>
    </div>
  </Notice>
);

interface PublishFormProps {
  draft: Json;
  hasProblems: boolean;
  /** Number of the version that this one follows. */
  onto: number;
  onMoved(theirs: unknown): void;
  onPublished(): void;
}

function PublishForm({ draft, hasProblems, onto, onMoved, onPublished }: PublishFormProps) {
  const announce = useAnnounce();
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState<PublishProblem[]>([]);
  const [published, setPublished] = useState<Json>();
  const { busy, failure, run } = useDoing();
  const publish = () =>
    run(async () => {
      setRefused([]);
      const said = await send('policy.publish', {
        ...{ text: JSON.stringify(draft), onto },
        ...(note.trim() ? { note: note.trim() } : {}),
      });
      if (said.kind === 'published') {
        setNote('');
        setPublished(draft);
        announce(i18n.t('policyForm.published'));
        onPublished();
      } else if (said.kind === 'moved') onMoved(said.theirs);
      else if (said.kind === 'refused') setRefused(said.problems as PublishProblem[]);
      else return endpointText(said.problem);
      return undefined;
    });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    publish();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Problems problems={refused} draft={draft} />
      {refused.map(({ field, slip }) => (slip ? <p key={field}>{slipText(slip, draft)}</p> : null))}
      {failure ? (
        <Notice tone="danger" live>
          <p>{failure}</p>
        </Notice>
      ) : null}
      {published === draft ? (
        <Notice tone="good">
          <p>{i18n.t('policyForm.published')}</p>
        </Notice>
      ) : null}
      <Field label={i18n.t('policyForm.note')} hint={i18n.t('policyForm.noteHint')} optional>
        {(wiring) => <TextInput {...wiring} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      <div>
        <Button type="submit" look="primary" busy={busy} disabled={hasProblems}>
          {i18n.t('policyForm.publish')}
        </Button>
      </div>
    </form>
  );
}
