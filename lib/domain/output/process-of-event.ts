/** In which process something happened. */

interface InProcess {
  processId?: string;
  inProcess?: { processId: string };
  trace?: { process?: { processId: string } };
}

/** The process that an event names; undefined where it names none. */
export function processIdOf({ data }: { data: { facts: object } }): string | undefined {
  const facts: InProcess = data.facts;
  return facts.processId ?? facts.inProcess?.processId ?? facts.trace?.process?.processId;
}
