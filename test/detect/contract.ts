/** What every labelled page offers to the bench. The bench opens `url + path`, then calls `drive`, then `truth`. */
import type { Page } from 'playwright-core';

export type Lang = 'en' | 'it';

/** One AI answer that a page shows. */
export interface TruthOutput {
  /** As a person reads it, white space folded to single spaces. */
  text: string;
  /** When its last token stood in the page; missing for answers that were there from the start. */
  lastTokenAtMs?: number;
  /** When it began to go on, where it was complete once before and was added to. */
  resumedAtMs?: number;
}

export interface Truth {
  outputs: TruthOutput[];
  /** What the person typed and sent, and past prompts; white space folded. */
  userTexts: string[];
  /** Texts that count neither way when found: greetings that the site's owner wrote in the bot's name. */
  neutral: string[];
}

export interface LabelledPage {
  id: string;
  kind: 'component' | 'plain';
  path: string;
  /** The npm package whose component the page shows. */
  component?: string;
  lang: Lang;
  streaming: boolean;
  /** People talk to people here. */
  human?: boolean;
  split: 'train' | 'test';
  drive(page: Page): Promise<void>;
  truth(page: Page): Promise<Truth>;
}

/** What a page's own code tells the driver. It never shows in the DOM. */
interface DetectState {
  /** Exchanges (or, on pages without AI, scripted runs) that have ended and stand in the page. */
  done: number;
  lastTokenAt: number[];
  answers: string[];
  /** Reads what the page shows at this moment. */
  read(): Truth;
}

declare global {
  interface Window {
    __detect: DetectState;
  }
}
