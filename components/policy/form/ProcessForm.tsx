import { i18n } from '#i18n';
import type { DraftPath } from '../../../lib/domain/policy/writing/draft.ts';
import type { Editing } from './FieldInput.tsx';
import { ABOUT, BRIEF, GATE, POINT, PUBLIC, QUESTION, REVIEW, ROLLOUT, STEP, WHERE, WHO } from './fields.ts';
import styles from './form.module.css';
import { Group } from './Group.tsx';
import { ItemList } from './ItemList.tsx';

/** All fields of a process, in the order in which one thinks of them. */
export function ProcessForm({ path, ...editing }: Editing & { path: DraftPath }) {
  return (
    <div className={styles.process}>
      <Group title={i18n.t('policyForm.part.about')} fields={ABOUT} base={path} {...editing} />
      <Group title={i18n.t('policyForm.part.where')} fields={WHERE} base={path} {...editing} />
      <Group title={i18n.t('policyForm.part.public')} fields={PUBLIC} base={path} {...editing} />
      <Group title={i18n.t('policyForm.part.gate')} fields={GATE} base={path} {...editing} />
      <Group title={i18n.t('policyForm.part.review')} fields={REVIEW} base={path} {...editing} />
      <Group title={i18n.t('policyForm.part.rollout')} fields={ROLLOUT} base={path} {...editing} />
      <Group title={i18n.t('policyForm.part.who')} fields={WHO} base={path} {...editing} />
      <fieldset className={styles.group}>
        <legend>{i18n.t('policyForm.part.brief')}</legend>
        <ItemList
          {...{ list: 'fields', path: [...path, 'brief', 'fields'], word: 'question', nameAt: 'label' }}
          fresh={{ label: '' }}
          {...editing}
        >
          {(at) => <Group fields={QUESTION} base={at} {...editing} />}
        </ItemList>
        <Group fields={BRIEF} base={path} {...editing} />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{i18n.t('policyForm.list.checklist')}</legend>
        <ItemList
          {...{ list: 'checklist', path: [...path, 'checklist'], word: 'point', nameAt: 'text' }}
          fresh={{ text: '', without: 'block' }}
          {...editing}
        >
          {(at) => <Group fields={POINT} base={at} {...editing} />}
        </ItemList>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{i18n.t('policyForm.list.escalation')}</legend>
        <ItemList
          {...{ list: 'escalation', path: [...path, 'escalation'], nameAt: 'to' }}
          fresh={{ to: ['role:admin'], escalateAfterHours: 8 }}
          {...editing}
        >
          {(at) => <Group fields={STEP} base={at} {...editing} />}
        </ItemList>
      </fieldset>
    </div>
  );
}
