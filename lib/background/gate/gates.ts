/** The gates: what holds for the texts in a page, what people do there, and who hears of it. */
import { handle } from '../../messages/receive.ts';
import { countAtGate } from '../../settings/gate-counts.ts';
import { noteHeld } from '../outputs/day-notes.ts';
import { onNewOutput } from '../outputs/outputs.ts';
import { drawFor } from '../review/draws.ts';
import { onAnnounced } from '../spine/announce.ts';
import { oneAtATime } from '../spine/in-turn.ts';
import { approvedAtGate, askAtGate, chooseAtGate, grantAtGate, overrideAtGate } from './acts.ts';
import { comeBack, goAway } from './delegations.ts';
import { breakGlass } from './emergency.ts';
import { gateIn, tellChanged } from './frames.ts';
import { passOn } from './handoffs.ts';
import { askInformation, giveInformation } from './questions.ts';
import { registerStops, stopProcess } from './stops.ts';

const inTurn = oneAtATime();

export function registerGates(): void {
  onAnnounced(tellChanged);
  onNewOutput(
    (output) => void drawFor([output]).catch((error) => console.error('Countersign could not have it drawn:', error)),
  );
  registerStops();
  handle('gate.start', (_, sender) => gateIn(sender));
  handle('gate.ask', askAtGate);
  handle('gate.override', overrideAtGate);
  handle('gate.grant', grantAtGate);
  handle('gate.bypass', breakGlass);
  handle('gate.choose', chooseAtGate);
  handle('delegation.make', goAway);
  handle('delegation.end', comeBack);
  handle('handoff.make', passOn);
  handle('gate.stop', stopProcess);
  handle('information.ask', askInformation);
  handle('information.give', giveInformation);
  handle('gate.approved', ({ hash }, sender) => approvedAtGate(hash, sender));
  handle('gate.count', ({ hash, processId, isHeld }) =>
    inTurn(async () => {
      await countAtGate(processId, isHeld, hash);
      if (isHeld && hash) await noteHeld(hash);
      return null;
    }),
  );
}
