import { i18n } from '#i18n';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { send } from '../../../lib/messages/send.ts';
import { policyFromCollector, policyLoaded, policyManaged } from '../../../lib/settings/items.ts';
import { useSetting } from '../../sending/useSetting.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { fullDate } from '../../ui/RelativeTime.tsx';
import { Scrolling } from '../../ui/Scrolling.tsx';
import styles from '../tools/Tools.module.css';

const ITEMS = [policyFromCollector, policyLoaded, policyManaged];
const read = () => send('policy.read', {});

type Section = Exclude<keyof GovernancePolicy, 'format' | 'version'>;
/** Which form the rules have says nothing by itself, and their name stands above. */
const isNamed = (part: string): part is Section => part !== 'format' && part !== 'version';

/** Since when the rules hold, what comes next, and of each part where it comes from and what it overrode. */
export function PolicyOrigins() {
  const [known] = useSetting(read, ITEMS);
  if (!known?.inForce) return null;
  const { inForce, next, others, origins = {} } = known;
  const parts = Object.entries(origins).flatMap(([part, origin]) => (isNamed(part) ? { part, ...origin } : []));
  return (
    <>
      {inForce.number !== undefined && inForce.inForceFrom ? (
        <p className={styles.small}>
          {i18n.t('policy.numbered', { number: String(inForce.number), when: fullDate(inForce.inForceFrom) })}
        </p>
      ) : null}
      {next ? (
        <p className={styles.small}>
          {i18n.t('policy.next', { version: next.version, when: fullDate(next.inForceFrom) })}
        </p>
      ) : null}
      {others.map(({ source, version }) => (
        <p key={source} className={styles.small}>
          {i18n.t('policy.other', { version, source: i18n.t(`policy.source.${source}`) })}
        </p>
      ))}
      <Disclosure label={i18n.t('policy.origins')}>
        <Scrolling label={i18n.t('policy.origins')}>
          <table className={styles.origins}>
            <thead>
              <tr>
                <th scope="col">{i18n.t('policy.part')}</th>
                <th scope="col">{i18n.t('policy.comes')}</th>
                <th scope="col">{i18n.t('policy.overrode')}</th>
              </tr>
            </thead>
            <tbody>
              {parts.map(({ part, source, overrode }) => (
                <tr key={part} data-part={part}>
                  <th scope="row">{i18n.t(`policy.section.${part}`)}</th>
                  <td>{i18n.t(`policy.source.${source}`)}</td>
                  <td>
                    {overrode.length > 0
                      ? overrode.map((one) => i18n.t(`policy.source.${one}`)).join(', ')
                      : i18n.t('policy.nothingOverridden')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      </Disclosure>
    </>
  );
}
