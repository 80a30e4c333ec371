/** Measures of AI literacy: taken by this browser's person, and noted as that. */
import { newId } from '../../domain/ids.ts';
import { handle, Refused } from '../../messages/receive.ts';
import { policyInForce } from '../../settings/effective.ts';
import { say } from '../spine/act.ts';

export function registerMeasures(): void {
  handle('measure.take', async ({ measureId }) => {
    const policy = (await policyInForce())?.policy;
    if (policy?.format !== 2 || !policy.literacy?.some(({ id }) => id === measureId)) throw new Refused('not_found');
    const facts = { measureId, policyVersion: policy.version };
    await say('countersign.measure.taken.v1', `urn:countersign:measure:${newId()}`, facts);
    return null;
  });
}
