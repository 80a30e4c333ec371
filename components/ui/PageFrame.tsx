import type { ReactNode } from 'react';
import { Announcer } from './Announcer.tsx';
import { classes } from './classes.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { ProductMark } from './Mark.tsx';
import styles from './PageFrame.module.css';

interface PageFrameProps {
  title: string;
  /** What the page is for, in a sentence or two. */
  intro: string;
  /** Of what is printed the head is no part: the document that is, has its own. */
  printsDocument?: boolean;
  children: ReactNode;
}

/** A page of its own: our mark, what it is for, and its content, of which a fault is said in its place. */
export const PageFrame = ({ title, intro, printsDocument = false, children }: PageFrameProps) => (
  <Announcer>
    <main className={styles.page}>
      <header className={classes(styles.head, printsDocument && styles.screenOnly)}>
        <ProductMark size={36} />
        <div>
          <h1>{title}</h1>
          <p className={styles.intro}>{intro}</p>
        </div>
      </header>
      <ErrorBoundary>{children}</ErrorBoundary>
    </main>
  </Announcer>
);
