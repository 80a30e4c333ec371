import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Custom properties of a tone, as `toneStyle` gives them. */
    [name: `--tone-${string}`]: string;
  }
}
