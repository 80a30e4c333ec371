import type { Block, PolicyDocument } from '../../../lib/domain/policy/document/blocks.ts';
import paper from './paper.module.css';

/** A document as it is printed. */
export const Paper = ({ made: { language, title, line, blocks } }: { made: PolicyDocument }) => (
  <article className={paper.paper} lang={language}>
    <h2>{title}</h2>
    <p>{line}</p>
    {blocks.map((block, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a document have no other identity than their place
      <BlockView key={at} block={block} />
    ))}
  </article>
);

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
