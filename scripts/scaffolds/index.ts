/** What a new tool, target, metric, event type, message or route begins with. */
import { eventScaffold } from './event.ts';
import { messageScaffold } from './message.ts';
import { metricScaffold } from './metric.ts';
import type { ReadFile, Scaffold } from './plan.ts';
import { routeScaffold } from './route.ts';
import { targetScaffold } from './target.ts';
import { toolScaffold } from './tool.ts';

interface Kind {
  /** What its name looks like. */
  name: RegExp;
  example: string;
  /** `paths`: sources of the repository. `more`: what was given after the name. */
  of(name: string, paths: readonly string[], read: ReadFile, more?: string): Scaffold;
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export const SCAFFOLDS: Record<string, Kind> = {
  tool: { name: ID, example: 'my-chat', of: toolScaffold },
  target: { name: ID, example: 'my-endpoint', of: targetScaffold },
  metric: { name: /^[a-z]+$/, example: 'praise', of: metricScaffold },
  event: { name: /^[a-z]+\.[a-z]+$/, example: 'report.printed', of: eventScaffold },
  message: { name: /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/, example: 'report.print', of: messageScaffold },
  route: { name: ID, example: 'policies', of: routeScaffold },
};
