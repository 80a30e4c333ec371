import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { askForSites } from '../../../lib/settings/site-access.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Fixed } from '../Fixed.tsx';
import page from '../Options.module.css';
import { PolicyForm } from '../policy/PolicyForm.tsx';
import { PolicyInForce } from '../policy/PolicyInForce.tsx';
import { PolicyRefusal } from '../policy/RefusedPolicy.tsx';
import { ToolList } from './ToolList.tsx';
import styles from './Tools.module.css';
import { useTools } from './useTools.ts';

/** Which tools are read, by what, and what the policy says of it. */
export function Tools() {
  const listed = useTools();
  if (!listed) return null;
  return (
    <section className={page.card} id="tools">
      <h2 className={page.title}>{i18n.t('tools.title')}</h2>
      <p className={page.intro}>{i18n.t('tools.intro')}</p>
      {listed.switchesFixed ? <Fixed /> : null}
      <ToolList tools={listed.tools} fixed={listed.switchesFixed} />
      <h3 className={styles.heading}>{i18n.t('policy.title')}</h3>
      {listed.refused ? <PolicyRefusal refused={listed.refused} hasPolicy={listed.policy !== undefined} /> : null}
      <Missing patterns={listed.missing} />
      <PolicyInForce listed={listed} />
      {listed.managed ? null : <PolicyForm />}
      <p>
        <a href={browser.runtime.getURL('/policy.html')}>{i18n.t('policyForm.open')}</a>
      </p>
    </section>
  );
}

/** Sites that the policy has watched and that the browser does not let us read yet. */
function Missing({ patterns }: { patterns: readonly string[] }) {
  const { act } = useSend();
  if (patterns.length === 0) return null;
  const allow = (pattern: string) => {
    const asked = askForSites([pattern]); // before any await
    void act(async () => i18n.t((await asked) ? 'sites.watched' : 'sites.declined', { site: nameOf(pattern) }));
  };
  return (
    <Notice tone="warning">
      <p>{i18n.t('policy.missing')}</p>
      <ul className={styles.missing}>
        {patterns.map((pattern) => (
          <li key={pattern}>
            <span>{nameOf(pattern)}</span>
            <Button
              size="small"
              aria-label={i18n.t('policy.allowOf', { site: nameOf(pattern) })}
              onClick={() => allow(pattern)}
            >
              {i18n.t('policy.allow')}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const nameOf = (pattern: string): string => pattern.replace(/^https:\/\/|\/\*$/g, '');
