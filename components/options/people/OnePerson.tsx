import { i18n } from '#i18n';
import { ROLES, type Role } from '../../../lib/domain/codes.ts';
import { endsSoon } from '../../../lib/domain/people/role.ts';
import type { PersonToken } from '../../../lib/messages/to-background/person.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { dateText } from '../../ui/RelativeTime.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from '../Options.module.css';

interface OnePersonProps {
  token: PersonToken;
  /** Whether it is the one who looks: nobody takes their own role away by a slip. */
  own: boolean;
  onChange(role: Role): void;
  onEnd(): void;
}

/** What somebody comes in by: what they may do with it, until when, and how it is ended. */
export function OnePerson({ token, own, onChange, onEnd }: OnePersonProps) {
  const { subject, role, expiresAt } = token;
  const name = token.name ?? subject;
  return (
    <li>
      <div className={styles.who}>
        <strong>{name}</strong>
        {own ? <Badge>{i18n.t('people.you')}</Badge> : null}
        {token.name ? <span className={styles.small}>{subject}</span> : null}
        <Ends at={expiresAt} />
      </div>
      {own ? (
        <span>{i18n.t(`role.${role}`)}</span>
      ) : (
        <Select
          aria-label={i18n.t('people.roleOf', { name })}
          value={role}
          onChange={(event) => onChange(event.target.value as Role)}
        >
          {ROLES.map((each) => (
            <option key={each} value={each}>
              {i18n.t(`role.${each}`)}
            </option>
          ))}
        </Select>
      )}
      <ConfirmDialog
        trigger={
          <Button size="small" look="quiet" aria-label={i18n.t('people.endOf', { name })}>
            {i18n.t('people.end')}
          </Button>
        }
        title={i18n.t('people.endTitle', { name })}
        text={i18n.t(own ? 'people.endOwnText' : 'people.endText')}
        confirm={i18n.t('people.end')}
        onConfirm={onEnd}
      />
    </li>
  );
}

function Ends({ at }: { at: string | null }) {
  if (at === null) return null;
  const date = dateText(at);
  if (Date.parse(at) <= Date.now()) return <Badge tone="danger">{i18n.t('people.ended', { date })}</Badge>;
  if (endsSoon(at, Date.now())) return <Badge tone="danger">{i18n.t('people.soon', { date })}</Badge>;
  return <span className={styles.small}>{i18n.t('people.ends', { date })}</span>;
}
