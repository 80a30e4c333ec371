import { i18n } from '#i18n';
import type { VersionLine } from '../../../lib/domain/policy/writing/version-line.ts';
import { Button } from '../../ui/Button.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from '../policy.module.css';

interface VersionsProps {
  versions: readonly VersionLine[];
  /** Takes one into the form. */
  onTake(number: number): void;
}

/** What was published on the server so far, each with who, when and why, and a way to go on from it. */
export function Versions({ versions, onTake }: VersionsProps) {
  if (versions.length === 0) return <p>{i18n.t('policyForm.noVersions')}</p>;
  return (
    <ul className={styles.costs}>
      {versions.map(({ number, version, by, publishedAt, note }) => (
        <li key={number} className={styles.version}>
          <div>
            <strong>{i18n.t('policyForm.versionOf', { number: String(number), version })}</strong>
            <p className={styles.muted}>
              {by} · <RelativeTime at={publishedAt} />
            </p>
            {note ? <p>{note}</p> : null}
          </div>
          <Button
            size="small"
            aria-label={i18n.t('policyForm.takeOf', { number: String(number) })}
            onClick={() => onTake(number)}
          >
            {i18n.t('policyForm.take')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
