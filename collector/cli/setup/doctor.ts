/** Looks at an installation as a whole, and says in words what to do. */
import { version } from '../../version.ts';
import { CommandRefusal } from '../refusal.ts';
import { checkClock, checkDatabase, checkDisk, rehearseFrom } from './database-checks.ts';
import type { DoctorOptions } from './doctor-options.ts';
import { bad, type CheckUp, findingText, good, unknown } from './findings.ts';
import { checkReach, checkTls } from './network-checks.ts';

/** Rejects with a `Refusal` where something is not well. */
export async function doctor(
  options: DoctorOptions,
  out: (text: string) => void,
  progress: (rows: number) => void,
): Promise<void> {
  const { place, address, issuer, rehearse, from } = options;
  let ill = 0;
  const say = (...findings: CheckUp[]) => {
    for (const finding of findings) out(findingText(finding));
    ill += findings.filter(({ state }) => state === 'bad').length;
  };
  say(checkNode(process.versions.node));
  say(...checkDisk(place));
  say(...(await checkDatabase(place, rehearse && from === undefined, progress)));
  if (from !== undefined) say(await rehearseFrom(from, progress));
  if (issuer !== undefined) say(await clockOf(issuer));
  if (address === undefined)
    say(unknown('reached by browsers', 'the address is not known', 'Say it: --address https://…, or in the settings.'));
  else say(await checkTls(address, Date.now()), ...(await checkReach(address, version())));
  if (ill > 0) throw new CommandRefusal(ill === 1 ? 'One thing is not well.' : `${ill} things are not well.`);
  out(`All is well.${address === undefined ? '' : ` Browsers connect to ${address}, with a token each.`}\n`);
}

function checkNode(node: string): CheckUp {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const fits = major > 22 || (major === 22 && minor >= 18);
  if (fits) return good('Node', node);
  return bad('Node', `${node} is too old`, 'Install Node 22.18 or later.');
}

async function clockOf(issuer: string): Promise<CheckUp> {
  const asked = await fetch(issuer, { method: 'HEAD', signal: AbortSignal.timeout(10_000) }).catch(
    (error: Error) => error,
  );
  const said = asked instanceof Error ? Number.NaN : Date.parse(asked.headers.get('date') ?? '');
  if (Number.isNaN(said)) return unknown('clock', `${issuer} does not say what time it is`);
  return checkClock(new URL(issuer).host, said, Date.now());
}
