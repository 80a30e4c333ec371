/** Outputs with what was wrong and how it should be, as test cases for whoever changes a prompt or a model: Langfuse's dataset items. */
import { correctionIn } from '../decision/decision.ts';
import type { Output } from '../output/output.ts';
import { problemReports } from '../report/standing.ts';

/** One line of JSON for each output whose text is still there. Nobody's name stands in it. */
export const testCaseLines = (outputs: readonly Output[]): string =>
  outputs
    .flatMap((output) => (output.content ? `${JSON.stringify(testCaseOf(output, output.content.text))}\n` : []))
    .join('');

function testCaseOf(output: Output, text: string) {
  const { hash, trace, content, decisions } = output;
  const reports = problemReports(output);
  const expected = correctedText(output);
  return {
    id: hash,
    input: content?.prompt ?? null,
    expectedOutput: expected ?? null,
    metadata: {
      output: text,
      tool: trace.toolName,
      ...(trace.model ? { model: trace.model } : {}),
      ...(trace.process ? { process: trace.process.processId } : {}),
      verdict: decisions.at(-1)?.verdict ?? null,
      reports: reports.map(({ categories, severity, content: told }) => ({
        ...{ categories, severity },
        ...(told?.comment ? { comment: told.comment } : {}),
        ...(told && told.passages.length > 0 ? { passages: told.passages.length } : {}),
      })),
    },
  };
}

/** What a reviewer put in its place, else what somebody who reported it proposed. */
function correctedText(output: Output): string | undefined {
  const decided = correctionIn(output.decisions);
  return decided ?? problemReports(output).findLast(({ content }) => content?.correction)?.content?.correction;
}
