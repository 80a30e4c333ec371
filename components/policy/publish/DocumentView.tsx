import { useState } from 'react';
import { i18n } from '#i18n';
import type { Block } from '../../../lib/domain/policy/document/blocks.ts';
import { documentAsHtml } from '../../../lib/domain/policy/document/html.ts';
import { DOCUMENT_PARTS, documentOf } from '../../../lib/domain/policy/document/index.ts';
import type { Origins } from '../../../lib/domain/policy/overlay/origins.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import type { PolicyLanguage } from '../../../lib/domain/policy/templates/template.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { SaveFile } from '../../ui/SaveFile.tsx';
import styles from '../policy.module.css';
import paper from './paper.module.css';

const PART_KEYS = {
  policy: 'policyForm.partPolicy',
  controls: 'policyForm.partControls',
  editorial: 'policyForm.partEditorial',
  workers: 'policyForm.partWorkers',
} as const;

/** The rules as a document: chosen parts, in either language, to print or to save as a page. */
export function DocumentView({ policy, origins }: { policy: GovernancePolicy; origins: Origins | undefined }) {
  const [parts, setParts] = useState([...DOCUMENT_PARTS]);
  const [language, setLanguage] = useState<PolicyLanguage>(() => (i18n.t('common.language') === 'it' ? 'it' : 'en'));
  const made = documentOf(policy, { language, parts, origins, today: new Date().toISOString().slice(0, 10) });
  return (
    <div className={styles.form}>
      <div className={styles.unprinted}>
        <p className={styles.muted}>{i18n.t('policyForm.documentIntro')}</p>
        <ChoiceGroup
          legend={i18n.t('policyForm.documentParts')}
          choices={DOCUMENT_PARTS.map((part) => ({ value: part, label: i18n.t(PART_KEYS[part]) }))}
          chosen={parts}
          most={DOCUMENT_PARTS.length}
          onChange={setParts}
        />
        <ChoiceGroup
          legend={i18n.t('policyForm.language')}
          choices={[
            { value: 'en', label: i18n.t('policyForm.english') },
            { value: 'it', label: i18n.t('policyForm.italian') },
          ]}
          chosen={[language]}
          onChange={([next]) => (next ? setLanguage(next) : undefined)}
        />
        <div className={styles.buttons}>
          <Button size="small" look="primary" onClick={() => print()}>
            {i18n.t('policyForm.print')}
          </Button>
          <SaveFile name={`rules-${language}.html`} type="text/html" content={() => documentAsHtml(made)}>
            {i18n.t('policyForm.save')}
          </SaveFile>
        </div>
      </div>
      <article className={paper.paper} lang={language}>
        <h2>{made.title}</h2>
        <p>{made.line}</p>
        {made.blocks.map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a document have no other identity than their place
          <BlockView key={at} block={block} />
        ))}
      </article>
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>;
    case 'text':
      return <p>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'facts':
      return (
        <dl>
          {block.rows.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <TableView {...block} />;
  }
}

const TableView = ({ head, rows }: Extract<Block, { kind: 'table' }>) => (
  <table>
    <thead>
      <tr>
        {head.map((cell) => (
          <th key={cell} scope="col">
            {cell}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row[0]}>
          {row.map((cell, at) => (
            <td key={head[at]} data-head={head[at]}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
