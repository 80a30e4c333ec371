/** What the screens say, by the key of the words: a walk looks for what a person reads, and does not age when that is put better. */
import { join } from 'node:path';
import { type ParsedMessage, parseMessagesFile } from '@wxt-dev/i18n/build';
import { ROOT } from '../machine.ts';

export type Language = 'en' | 'it';

export interface Words {
  language: Language;
  /** Anything that says this. */
  says(key: string): RegExp;
  /** What is called exactly this. */
  named(key: string): RegExp;
}

/** What stands in a text in the place of something that is filled in. */
const FILLED = /\$\d+|\{\w+\}/;

export async function wordsIn(language: Language): Promise<Words> {
  const messages = await parseMessagesFile(join(ROOT, `locales/${language}.yml`));
  const texts = new Map(messages.map((message) => [message.key.join('.'), textsOf(message)]));
  const pattern = (key: string): string => {
    const found = texts.get(key);
    if (!found) throw new Error(`no words are called ${key}`);
    return `(?:${found.map((text) => text.split(FILLED).map(escaped).join('.+')).join('|')})`;
  };
  return {
    language,
    says: (key) => new RegExp(pattern(key)),
    named: (key) => new RegExp(`^\\s*${pattern(key)}\\s*$`),
  };
}

const textsOf = (message: ParsedMessage): string[] =>
  message.type === 'plural' ? Object.values(message.plurals) : [message.message];

const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&').replace(/\s+/g, '\\s+');
