import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { send } from '../../lib/messages/send.ts';
import { panelTab } from '../../lib/settings/items.ts';
import { useSend } from '../sending/useSend.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceGroup } from '../ui/ChoiceGroup.tsx';
import styles from './FirstSteps.module.css';
import { PAGE_OF, PATH_NAMES, type StepName, TAB_OF } from './steps.ts';
import type { WelcomeProgress } from './useProgress.ts';

/** What to do first, for whoever one is: where each step is taken, and how far one is. Ticks are kept. */
export function FirstSteps({ progress }: { progress: WelcomeProgress }) {
  const { path, steps, next, choose, tick } = progress;
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <section className={styles.card} id="steps" aria-labelledby="steps-title">
      <div className={styles.head}>
        <h2 id="steps-title">{i18n.t('path.title')}</h2>
        <p className={styles.count}>{i18n.t('path.count', [String(done), String(steps.length)])}</p>
      </div>
      <ChoiceGroup
        legend={i18n.t('path.who')}
        choices={PATH_NAMES.map((value) => ({ value, label: i18n.t(`path.roles.${value}`) }))}
        chosen={[path]}
        onChange={([chosen]) => chosen && choose(chosen)}
      />
      <ol className={styles.steps}>
        {steps.map(({ step, isDone, isSeen }) => (
          <li
            key={step}
            className={styles.step}
            data-step={step}
            data-done={isDone}
            aria-current={step === next ? 'step' : undefined}
          >
            <label className={styles.name}>
              <input
                type="checkbox"
                checked={isDone}
                disabled={isSeen}
                onChange={(event) => tick(step, event.target.checked)}
              />
              {i18n.t(`path.steps.${step}`)}
            </label>
            <p className={styles.how}>{i18n.t(`path.how.${step}`)}</p>
            <Way step={step} onTaken={() => tick(step, true)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const isOwnPage = (step: StepName): step is keyof typeof PAGE_OF => step in PAGE_OF;
const isInPanel = (step: StepName): step is keyof typeof TAB_OF => step in TAB_OF;

/** Leads to where a step is taken; there is none for what is done elsewhere. */
function Way({ step, onTaken }: { step: StepName; onTaken(): void }) {
  const { act, busy } = useSend();
  if (isOwnPage(step)) {
    const page = PAGE_OF[step];
    return (
      <p className={styles.way}>
        {page === '#practice' ? (
          <a href={page}>{i18n.t(`path.go.${step}`)}</a>
        ) : (
          <a href={browser.runtime.getURL(page)} target="_blank" rel="noreferrer">
            {i18n.t(`path.go.${step}`)}
          </a>
        )}
      </p>
    );
  }
  if (!isInPanel(step)) return null;
  const open = () =>
    act(async () => {
      await panelTab.setValue(TAB_OF[step]);
      await send('panel.open', {});
      onTaken();
      return undefined;
    });
  return (
    <p className={styles.way}>
      <Button size="small" busy={busy} onClick={() => void open()}>
        {i18n.t(`path.go.${step}`)}
      </Button>
    </p>
  );
}
