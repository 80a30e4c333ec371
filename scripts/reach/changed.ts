/** What has changed here since a commit, with what is not committed yet. */
import { execFileSync } from 'node:child_process';
import { ROOT } from '../machine.ts';

const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
const linesOf = (text: string): string[] => text.split('\n').filter(Boolean);

/** Where this branch left `main`. On `main` itself: what is not committed or, where that is nothing, the last commit. */
export function startOfChange(): string {
  const head = git('rev-parse', 'HEAD');
  const main = linesOf(git('for-each-ref', '--format=%(refname)', 'refs/heads/main', 'refs/remotes/origin/main'))[0];
  const left = main ? git('merge-base', 'HEAD', main) : head;
  return left === head && changedSince(head).length === 0 ? git('rev-parse', 'HEAD~1') : left;
}

/** Paths that are not as they were: changed, new or gone. */
export function changedSince(commit: string): string[] {
  const tracked = linesOf(git('diff', '--name-only', '--no-renames', commit));
  return [...new Set([...tracked, ...linesOf(git('ls-files', '--others', '--exclude-standard'))])].sort();
}
