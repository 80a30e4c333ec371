import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { saveFile } from './save-file.ts';

interface SaveFileProps {
  /** Name that the browser offers. */
  name: string;
  /** Media type: `application/json`. */
  type: string;
  /** Makes the content when it is asked for. */
  content(): string;
  children: ReactNode;
}

/** A button that saves a text as a file. */
export function SaveFile({ name, type, content, children }: SaveFileProps) {
  return (
    <Button size="small" onClick={() => saveFile(name, new Blob([content()], { type }))}>
      {children}
    </Button>
  );
}
