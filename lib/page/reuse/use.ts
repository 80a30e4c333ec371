/** One text that was put into a field, from its paste until the person is done with it. */

import { i18n } from '#i18n';
import { LONGEST_PASTE } from '../../domain/limits.ts';
import { send } from '../../messages/send.ts';
import type { Recognised, StructuredText } from '../../messages/to-background/reuse.ts';
import { load } from '../frame/load.ts';
import { notePasted } from '../gate/pasted.ts';
import { type FieldRegion, fieldRegionOf, fieldTextOf, regionNow, replaceIn, undoPut } from './field.ts';
import type { ReuseNotice } from './notice.ts';
import { isFieldSeen, isFrameSeen } from './seen.ts';
import { wordsFor } from './words.ts';

export class Use {
  readonly field: HTMLElement;
  readonly #pasted: string;
  readonly #notice: ReuseNotice;
  #known: Recognised | undefined;
  /** What stood in the field when the text had been put in, and where in it. */
  #before = '';
  #region: FieldRegion | undefined;
  /** What stood there when something was last typed. */
  #last = '';
  /** The page took the text elsewhere, as onto a canvas: what becomes of it there is not to be seen. */
  #isElsewhere = false;
  /** What was measured last. */
  #measured: string | undefined;

  constructor(field: HTMLElement, pasted: string, notice: ReuseNotice) {
    this.field = field;
    this.#pasted = pasted;
    this.#notice = notice;
  }

  /** Asks where the text comes from, and says it. */
  async begin(): Promise<void> {
    const beyond = !(await isFrameSeen());
    const known = await send('reuse.find', { text: this.#pasted, beyond });
    if (!known) return;
    this.#known = known;
    // The page's own editor has taken it in by now.
    this.#before = fieldTextOf(this.field);
    this.#region = fieldRegionOf(this.field, this.#pasted);
    this.#isElsewhere = !this.#region && !(await isFieldSeen(this.field));
    this.#last = this.#left();
    if (known.gate) {
      const { gate, edited = false } = known;
      notePasted({ field: this.field, ...gate, edited, left: () => this.#left() });
      void load('gate');
    }
    if (!beyond && this.#notice.standsAt(this.field)) {
      this.#notice.say(wordsFor(known));
      this.#offerCorrection();
    }
    // Nothing more can be learned of it, and the page may close at any time.
    if (this.#isElsewhere) await this.measure();
  }

  /**
   * Something was decided on the text since: says it beside the field, until somebody closes it. Whether it was said; null where
   * it is about another text, or was said before, or nothing of it is left.
   */
  async renew(known: Recognised): Promise<boolean | null> {
    if (this.#known?.reuseId !== known.reuseId || this.#known.status === known.status) return null;
    this.#known = known;
    if (!this.field.isConnected || this.#left().trim() === '') return null;
    if (this.#isElsewhere || !(await isFrameSeen())) return false;
    this.#notice.warn(this.field, wordsFor(known));
    this.#offerCorrection();
    return true;
  }

  /** Something was typed: remembers what stands there, since a page empties what was sent without a word. */
  note(): void {
    if (this.#known) this.#last = this.#left();
  }

  /** What stands now where the text was put in; all of the field where the page put it in otherwise. */
  #now(): { text: string; region: FieldRegion } {
    const text = fieldTextOf(this.field);
    return { text, region: this.#region ? regionNow(this.#before, this.#region, text) : { from: 0, to: text.length } };
  }

  #left(): string {
    if (this.#isElsewhere) return this.#pasted;
    const { text, region } = this.#now();
    return text.slice(region.from, region.to);
  }

  /** Tells what is left of it, where that has changed. A field that the page emptied was sent: what stood there last counts. */
  async measure(): Promise<void> {
    if (!this.#known) return;
    const left = fieldTextOf(this.field) === '' ? this.#last : this.#left();
    if (left === this.#measured) return;
    this.#measured = left;
    await send('reuse.measure', { reuseId: this.#known.reuseId, text: left.slice(0, LONGEST_PASTE) });
  }

  #offerCorrection(): void {
    if (!this.#known?.corrected || !this.#region) return;
    this.#notice.offer({ label: i18n.t('reuse.correct'), press: () => void this.#correct() });
  }

  async #correct(): Promise<void> {
    if (!this.#known) return;
    try {
      const corrected = await send('reuse.correct', { reuseId: this.#known.reuseId });
      const { text, region } = this.#now();
      const earlier = text.slice(region.from, region.to);
      if (!this.#put(corrected)) return this.#notice.tell(i18n.t('reuse.notPut'));
      this.#notice.tell(i18n.t('reuse.put'));
      this.#notice.offer({
        label: i18n.t('common.undo'),
        press: () => {
          if (!undoPut(this.field, text) && !this.#put({ text: earlier }))
            return this.#notice.tell(i18n.t('reuse.notPut'));
          this.#notice.tell(wordsFor(this.#known as Recognised).why);
          this.#offerCorrection();
        },
      });
    } catch (error) {
      console.debug('Countersign:', error instanceof Error ? error.message : 'no answer');
      this.#notice.tell(i18n.t('refusal.failed'));
    }
  }

  /** Puts a text in the place of what stands there now. */
  #put(put: StructuredText): boolean {
    const { region } = this.#now();
    if (!replaceIn(this.field, region, put)) return false;
    const text = put.shown ?? put.text;
    this.#before = fieldTextOf(this.field);
    this.#region = fieldRegionOf(this.field, text) ?? { from: region.from, to: region.from + text.length };
    return true;
  }
}
