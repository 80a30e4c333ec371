/** The last errors, for the diagnosis: when, where in us, and of what kind. Never a message, which may quote content. */
import { type Fault, faults } from '../../settings/items.ts';
import { oneAtATime } from './in-turn.ts';

const MOST = 20;
const inTurn = oneAtATime();

/** Notes an error; `where`: a word of ours, such as the name of a message. */
export function noteFault(where: string, error: unknown): void {
  const fault: Fault = { at: new Date().toISOString(), where, name: nameOf(error) };
  void inTurn(async () => faults.setValue([...(await faults.getValue()), fault].slice(-MOST))).catch(
    (failed: unknown) => console.error('Countersign could not note an error:', failed),
  );
}

/** The error's own name and that of what it wraps, where they are names: an error may be called anything. */
function nameOf(error: unknown): string {
  const { name, inner } = (error ?? {}) as { name?: unknown; inner?: { name?: unknown } };
  const plain = (said: unknown) => (typeof said === 'string' && /^[A-Za-z]{1,40}$/.test(said) ? said : 'Error');
  return inner?.name === undefined || inner.name === name ? plain(name) : `${plain(name)}: ${plain(inner.name)}`;
}

/** Notes whatever nobody caught. */
export function registerFaults(): void {
  self.addEventListener('error', ({ error }) => noteFault('background', error));
  self.addEventListener('unhandledrejection', ({ reason }) => noteFault('background', reason));
}
