/** What a frame answers to messages into its page. They come from our own background, and are read with care all the same. */
import { browser } from 'wxt/browser';
import type { OutputStatus } from '../../messages/to-background/output.ts';
import type { AnswersOf } from '../../messages/to-page/index.ts';
import type { Frame } from './frame.ts';
import { failed } from './load.ts';

/** Hears messages until the frame's signal aborts. `askAgain`: how it is to be read has changed. */
export function answerMessages(frame: Frame, askAgain: () => void): void {
  const answers: AnswersOf<'detector'> = {
    'outputs.list': () => frame.page?.list() ?? [],
    'status.change': ({ statuses }) =>
      frame.page?.setStatuses(Array.isArray(statuses) ? statuses.filter(isStatus) : []),
    'output.reveal': ({ outputId }) => frame.page?.reveal(outputId),
    'reading.change': () => {
      askAgain();
      return null;
    },
    'passage.show': (wanted) => frame.page?.showPassage(wanted),
    'passage.clear': () => frame.page?.clearPassage(),
    'flag.open': ({ outputId, pointed }) => frame.page?.flag(outputId, pointed),
    'compose.closed': ({ saved }) => frame.page?.tellCard(saved ? 'saved' : 'closed'),
    'compose.typed': ({ changed }) => frame.page?.tellCard(changed ? 'typed' : 'untouched'),
  };
  const listener = (message: unknown, _: unknown, reply: (answer: unknown) => void) => {
    const type = (message as { type?: unknown } | null | undefined)?.type;
    const isOurs = (name: unknown): name is keyof typeof answers => Object.hasOwn(answers, name as string);
    // What another script of ours answers is not answered here.
    if (!isOurs(type)) return undefined;
    void Promise.resolve((answers[type] as (body: unknown) => unknown)(message))
      .catch(failed)
      .then((answer) => reply(answer ?? null));
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  frame.signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

function isStatus(value: unknown): value is OutputStatus {
  const { hash, status, mark = '' } = (value ?? {}) as Partial<Record<keyof OutputStatus, unknown>>;
  return [hash, status, mark].every((code) => typeof code === 'string');
}
