/** The settings file: what `serve` is given, a name and a value a line, so that every command finds the same place. */
import { needed, wrong } from '../parse.ts';
import { SERVE_FLAGS } from '../serve-flags.ts';

/** What stands in the file besides the flags of `serve`. */
const FURTHER = ['database-url', 'address'] as const;

export type Settings = Partial<Record<keyof typeof SERVE_FLAGS | (typeof FURTHER)[number], string>>;

const isKnown = (name: string): name is keyof Settings =>
  Object.hasOwn(SERVE_FLAGS, name) || (FURTHER as readonly string[]).includes(name);

/** Reads the file's text. Refuses a line that says nothing that is known, by its number. */
export function readSettings(path: string, text: string): Settings {
  const settings: Settings = {};
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const [, name = '', value = ''] = /^\s*([a-z-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (!isKnown(name)) throw wrong(`${path}, line ${at + 1}: not "name = value" with a name of "serve", without --.`);
    settings[name] = value;
  }
  return settings;
}

/** The file's text, with what each line is for. */
export function settingsText(settings: Settings): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  return `# Settings of the Countersign collector: the flags of "serve" without --, the database and the address.\n${lines.join('')}`;
}

/** The flags of `serve` that settings stand for. */
export function serveArgs(path: string, settings: Settings): string[] {
  return Object.entries(SERVE_FLAGS).flatMap(([name, { type }]) => {
    const value = settings[name as keyof typeof SERVE_FLAGS];
    if (value === undefined) return [];
    if (type === 'string') return [`--${name}=${needed({ [name]: value }, name)}`];
    if (value !== 'yes' && value !== 'no') throw wrong(`${path}: ${name} is "yes" or "no".`);
    return value === 'yes' ? [`--${name}`] : [];
  });
}
