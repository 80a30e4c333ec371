import type { ReactNode } from 'react';
import { Button } from './Button.tsx';

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
  const save = () => {
    const url = URL.createObjectURL(new Blob([content()], { type }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button size="small" onClick={save}>
      {children}
    </Button>
  );
}
