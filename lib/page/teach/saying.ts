/** What a person hears of what they taught, on a bar over the page, and what they can do then. One thing at a time. */
import { i18n } from '#i18n';
import { send } from '../../messages/send.ts';
import { Bar, type Choice } from '../ours/bar.ts';

export class Saying {
  /** Ends what is on screen now. */
  #now = new AbortController();

  /** Aborted when something else comes on screen, or nothing. */
  get signal(): AbortSignal {
    return this.#now.signal;
  }

  /** Takes away what is on screen. */
  stop(): void {
    this.#now.abort();
    this.#now = new AbortController();
  }

  say(text: string, choices: readonly Choice[] = []): void {
    this.stop();
    const bar = new Bar(i18n.t('teach.name'), this.signal);
    const close = { label: i18n.t('common.close'), action: 'close', press: () => this.stop() };
    bar.say(text, [...choices, close]);
    const onKey = (event: KeyboardEvent) => {
      if (event.isTrusted && event.key === 'Escape') this.stop();
    };
    window.addEventListener('keydown', onKey, { capture: true, signal: this.signal });
    bar.focus();
  }

  /** The choice to take back what was just done. */
  undoing(undo: () => Promise<unknown>): Choice {
    const press = () =>
      void undo().then(
        () => this.say(i18n.t('sites.undone')),
        (error: unknown) => {
          console.debug('Countersign:', error);
          this.say(i18n.t('refusal.failed'));
        },
      );
    return { label: i18n.t('sites.undo'), action: 'unteach', press };
  }

  /** The choice to take no text of this site for AI text. */
  stopping(): Choice {
    const set = (off: boolean) => send('site.off', { off });
    const press = () =>
      void set(true).then(
        () => this.say(i18n.t('teach.stopped'), [this.undoing(() => set(false))]),
        () => this.say(i18n.t('refusal.failed')),
      );
    return { label: i18n.t('teach.stop'), action: 'stop', press };
  }
}
