/** What the options show of the tools: every profile in force, the policy, and what was refused. */
import { versionOf } from '../../domain/output/hash.ts';
import { handle, Refused } from '../../messages/receive.ts';
import type { ListedTool, ToolsListed } from '../../messages/to-background/tool.ts';
import { policyInForce, profilesOffSetting } from '../../settings/effective.ts';
import { policyRefused, profilesOff } from '../../settings/items.ts';
import type { ListedProfile } from '../../tools/in-force.ts';
import { oneAtATime } from '../spine/in-turn.ts';
import { toolsInForce } from './profiles.ts';
import { askAgain, patternsMissing } from './watches.ts';

const inTurn = oneAtATime();

export function registerTools(): void {
  handle('tool.list', toolsListed);
  handle('tool.switch', ({ tool, on }) =>
    inTurn(async () => {
      const { listed } = await toolsInForce();
      const found = listed.find(({ profile }) => profile.id === tool);
      if (!found) throw new Refused('not_found');
      if (found.off === 'policy') throw new Refused('not_allowed');
      if (await profilesOffSetting.isFixed()) throw new Refused('fixed');
      const others = (await profilesOff.getValue()).filter((id) => id !== tool);
      await profilesOff.setValue(on ? others : [...others, tool]);
      await askAgain();
      return null;
    }),
  );
}

/** Everything that says how tools are read here. */
export async function toolsListed(): Promise<ToolsListed> {
  const { listed } = await toolsInForce();
  const [inForce, refused] = await Promise.all([policyInForce(), policyRefused.getValue()]);
  return {
    tools: await Promise.all(listed.map(listedTool)),
    managed: (inForce !== undefined && inForce.source !== 'loaded') || refused?.source === 'managed',
    switchesFixed: await profilesOffSetting.isFixed(),
    missing: await patternsMissing(),
    ...(inForce
      ? {
          policy: {
            source: inForce.source,
            acceptedAt: inForce.acceptedAt,
            text: inForce.text,
            record: inForce.policy,
          },
        }
      : {}),
    ...(refused
      ? { refused: { source: refused.source, problems: refused.problems, refusedAt: refused.refusedAt } }
      : {}),
  };
}

const listedTool = async ({ profile, origin, off }: ListedProfile): Promise<ListedTool> => ({
  id: profile.id,
  name: profile.name,
  hosts: profile.match.hosts,
  checkedAt: profile.checkedAt,
  version: await versionOf(profile),
  origin,
  ...(off ? { off } : {}),
});
