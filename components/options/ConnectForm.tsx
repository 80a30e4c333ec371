import { Eye, EyeOff } from 'lucide-react';
import { type MouseEvent, useState } from 'react';
import { useForm } from 'react-hook-form';
import { i18n } from '#i18n';
import type { EndpointTest } from '../../lib/messages/replies.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { endpointText } from '../words/endpoint.ts';
import styles from './Options.module.css';
import { type EndpointSettings, useConnection } from './useConnection.ts';

interface ConnectFormProps {
  /** What stands in the address field at first. */
  endpoint?: string;
  onConnected?(): void;
}

/** Address and token of the endpoint, to be tested and connected to. */
export function ConnectForm({ endpoint = '', onConnected }: ConnectFormProps) {
  const [shown, setShown] = useState(false);
  const { result, busy, run } = useConnection(onConnected);
  const { register, getValues, trigger, formState } = useForm<EndpointSettings>({
    defaultValues: { endpoint, token: '' },
  });
  const press = (type: 'target.test' | 'target.save') => (event: MouseEvent) => {
    event.preventDefault();
    const { endpoint: address, token } = getValues();
    const settings = { endpoint: address.trim(), token: token.trim() };
    void trigger(undefined, { shouldFocus: true });
    if (settings.endpoint && settings.token) void run(type, settings);
  };
  return (
    <form className={styles.form} noValidate>
      <Field
        label={i18n.t('options.address')}
        hint={i18n.t('options.addressHint')}
        error={formState.errors.endpoint?.message}
      >
        {(wiring) => (
          <TextInput
            {...wiring}
            type="url"
            spellCheck={false}
            autoComplete="off"
            {...register('endpoint', { validate: (value) => value.trim() !== '' || i18n.t('options.addressMissing') })}
          />
        )}
      </Field>
      <Field label={i18n.t('options.token')} hint={i18n.t('options.tokenHint')} error={formState.errors.token?.message}>
        {(wiring) => (
          <div className={styles.secret}>
            <TextInput
              {...wiring}
              type={shown ? 'text' : 'password'}
              spellCheck={false}
              autoComplete="off"
              {...register('token', { validate: (value) => value.trim() !== '' || i18n.t('endpoint.token_missing') })}
            />
            <IconButton
              label={i18n.t(shown ? 'options.hideToken' : 'options.showToken')}
              icon={shown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            />
          </div>
        )}
      </Field>
      <div aria-live="polite">{result ? <TestResult result={result} /> : null}</div>
      <div className={styles.buttons}>
        <Button type="submit" look="primary" busy={busy === 'target.save'} onClick={press('target.save')}>
          {i18n.t('options.connect')}
        </Button>
        <Button busy={busy === 'target.test'} onClick={press('target.test')}>
          {i18n.t('options.test')}
        </Button>
      </div>
    </form>
  );
}

/** What a test found, in plain words. */
function TestResult({ result }: { result: EndpointTest }) {
  if (!result.ok) {
    return (
      <Notice tone="danger">
        <p>{endpointText(result.problem)}</p>
        {result.detail ? <p className={styles.small}>{result.detail}</p> : null}
      </Notice>
    );
  }
  const { team, name, subject, role } = result.me;
  return (
    <Notice tone="good">
      <p>{i18n.t('options.works', { team, name: name ?? subject, role: i18n.t(`role.${role}`) })}</p>
      <p className={styles.small}>{i18n.t('options.latency', [result.latencyMs])}</p>
    </Notice>
  );
}
