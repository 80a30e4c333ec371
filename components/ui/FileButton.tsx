import { useRef } from 'react';
import { Button, type ButtonProps } from './Button.tsx';

interface FileButtonProps extends Pick<ButtonProps, 'size' | 'busy'> {
  label: string;
  /** As the `accept` of a file input. */
  accept: string;
  onPick(file: File): void;
}

/** A button that asks for a file. */
export function FileButton({ label, accept, onPick, size = 'small', busy }: FileButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  const picked = (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (file) onPick(file);
    input.value = ''; // the same file can be picked again once it was changed
  };
  return (
    <>
      <Button size={size} busy={busy} onClick={() => picker.current?.click()}>
        {label}
      </Button>
      <input
        ref={picker}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => picked(event.currentTarget)}
      />
    </>
  );
}
