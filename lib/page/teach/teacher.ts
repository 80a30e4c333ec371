/** What a person says of a text in the page: it is AI text, or it is not. Takes effect at once, says what happened, has an undo. */
import { i18n } from '#i18n';
import { send } from '../../messages/send.ts';
import type { PageMessages } from '../../messages/to-page/index.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import type { Found } from '../detect/found.ts';
import { turnsBy } from '../detect/turns-by.ts';
import type { Teachable } from '../frame/teachable.ts';
import { selectedElement } from '../ground/selected.ts';
import { holds, rootOf } from '../ground/tree.ts';
import type { Choice } from '../ours/bar.ts';
import { Picker } from './picker.ts';
import { Saying } from './saying.ts';
import { areAlike, profileTaught, regionAround } from './teach.ts';

export type TeachingWay = PageMessages['teach.begin']['body']['way'];

/** Most texts that a profile is made from. */
const MOST_EXEMPLARS = 6;

export class Teacher {
  readonly #frame: Teachable;
  /** Told when the person is done here, so that pickers in other frames go too. */
  readonly #ended: () => void;
  /** What the person pointed at on this page so far, the last one first. */
  #answers: Element[] = [];
  #others: Element[] = [];
  readonly #saying = new Saying();

  constructor(frame: Teachable, ended: () => void) {
    this.#frame = frame;
    this.#ended = ended;
    frame.signal.addEventListener('abort', () => this.stop());
  }

  begin(way: TeachingWay): void {
    const selected = way === 'pick' ? undefined : selectedElement();
    if (way === 'isNot') return this.#isNot(selected);
    this.#pick(selected && regionAround(selected));
  }

  /** Takes away what is on screen. */
  stop(): void {
    this.#saying.stop();
  }

  #pick(start: Element | undefined): void {
    this.stop();
    const words = {
      name: i18n.t('teach.name'),
      ask: i18n.t('teach.ask'),
      hint: i18n.t(start ? 'teach.hintStart' : 'teach.hint'),
      pick: i18n.t('teach.is'),
      wider: i18n.t('teach.wider'),
      narrower: i18n.t('teach.narrower'),
      cancel: i18n.t('common.cancel'),
      chosen: (text: string, characters: number) => i18n.t('teach.chosen', { text, characters: String(characters) }),
    };
    const picked = (element: Element) => {
      this.stop();
      this.#ended();
      this.#is(element);
    };
    const cancelled = () => {
      this.stop();
      this.#ended();
    };
    new Picker(words, { picked, cancelled }, start, this.#saying.signal);
  }

  #is(region: Element): void {
    const frame = this.#frame;
    const tool = knownTool(frame);
    if (tool !== undefined) return this.#saying.say(i18n.t('teach.known', { tool }));
    const [answers, others] = [this.#answers, this.#others];
    const taught = [region, ...answers.filter((answer) => answer !== region && answer.isConnected)];
    const known = frame.found().map(({ box }) => box);
    const profile =
      profileTaught([...new Set([...taught, ...known])].slice(0, MOST_EXEMPLARS), others) ??
      profileTaught(taught, others);
    if (!profile) return this.#saying.say(i18n.t('teach.nothingTells'));
    void this.#teach(profile, region).then((done) => {
      if (!done) return;
      this.#answers = taught;
      const count = countOf(profile, region) - 1;
      this.#saying.say(count > 0 ? i18n.t('teach.isDoneWith', count) : i18n.t('teach.isDone'), [
        this.#saying.undoing(() => {
          this.#answers = answers;
          return send('site.unteach', {});
        }),
      ]);
    });
  }

  #isNot(selected: Element | undefined): void {
    const frame = this.#frame;
    const found = selected && frame.found().find(({ turn }) => holds(turn, selected));
    if (!found) return this.#saying.say(i18n.t('teach.notTaken'));
    const tool = knownTool(frame);
    if (tool !== undefined) return this.#leaveOut(found, i18n.t('teach.leftOutKnown', { tool }));
    const others = this.#others;
    const kept = frame.found().filter((one) => one !== found);
    const named = [found.turn, ...others];
    const profile = withoutIt(found, kept, named);
    if (!profile) return this.#leaveOut(found, i18n.t('teach.cannotTell'), [this.#saying.stopping()]);
    void this.#teach(profile, found.turn).then((done) => {
      if (!done) return;
      this.#others = named;
      const undoing = this.#saying.undoing(() => {
        this.#others = others;
        return send('site.unteach', {});
      });
      this.#saying.say(i18n.t('teach.isNotDone', countOf(profile, found.turn)), [undoing, this.#saying.stopping()]);
    });
  }

  /** Leaves one text out, on this page. */
  #leaveOut({ turn }: Found, text: string, choices: readonly Choice[] = []): void {
    this.#frame.ignore(turn, true);
    const back = async () => this.#frame.ignore(turn, false);
    this.#saying.say(text, [this.#saying.undoing(back), ...choices]);
  }

  /** Hands over what was taught and reads by it; whether that was done. */
  async #teach(profile: ToolProfile, region: Element): Promise<boolean> {
    // Which site this is the browser says to the background; what the page calls itself is not asked.
    const unnamed = { ...profile, match: { hosts: [], markers: profile.turn } };
    try {
      const kept = await send('site.teach', { profile: unnamed });
      this.#frame.read(kept.profile, kept.evidence);
      return region.isConnected;
    } catch (error) {
      console.debug('Countersign:', error);
      this.#saying.say(i18n.t('refusal.failed'));
      return false;
    }
  }
}

/** Name of the known tool whose profile reads a frame; undefined where it is read by what was learned, or not. */
const knownTool = ({ turns }: Teachable): string | undefined =>
  turns?.evidence.some((code) => code.startsWith('profile:')) ? turns.profile.name : undefined;

/**
 * A profile that takes what was found but for one text. Where that is not to be had, what is built like that text goes with
 * it. Undefined where nothing tells it from the others.
 */
function withoutIt(found: Found, kept: readonly Found[], others: readonly Element[]): ToolProfile | undefined {
  const unlike = kept.filter(({ turn }) => !areAlike(turn, found.turn));
  for (const answers of [kept, unlike]) {
    const regions = answers.map(({ box }) => box).slice(0, MOST_EXEMPLARS);
    const profile = regions.length > 0 ? profileTaught(regions, others) : undefined;
    if (profile && !takes(profile, found.turn) && answers.some(({ turn }) => takes(profile, turn))) return profile;
  }
  return undefined;
}

/** How many texts a profile takes for AI text, in the document and in the root where one of them stands. */
function countOf(profile: ToolProfile, near: Element): number {
  const turns = turnsBy(profile);
  const roots = new Set([document, rootOf(near)]);
  return [...roots].flatMap((root) => turns.within(root)).length;
}

const takes = (profile: ToolProfile, turn: Element): boolean => {
  const taken = turnsBy(profile).within(turn);
  return taken.length > 0 || turnsBy(profile).of(turn) !== undefined;
};
