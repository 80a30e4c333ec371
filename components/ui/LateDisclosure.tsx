import { type ComponentProps, type ReactNode, useState } from 'react';
import { Disclosure } from './Disclosure.tsx';

interface LateDisclosureProps extends Pick<ComponentProps<typeof Disclosure>, 'label' | 'note'> {
  children(): ReactNode;
}

/** A disclosure whose content is made when it is first opened, and stays from then on: a page may have dozens of them. */
export function LateDisclosure({ children, ...rest }: LateDisclosureProps) {
  const [wasOpen, setWasOpen] = useState(false);
  return (
    <Disclosure {...rest} onToggle={(open) => setWasOpen((before) => before || open)}>
      {wasOpen ? children() : null}
    </Disclosure>
  );
}
