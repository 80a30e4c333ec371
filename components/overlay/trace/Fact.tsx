import type { ReactNode } from 'react';
import { Said } from './Said.tsx';

/** A line of what is known of an output. */
export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>
      <Said>{name}</Said>
    </dt>
    <dd>{children}</dd>
  </div>
);
