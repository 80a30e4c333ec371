import { byId, onEnter, over } from '../runtime/dom.ts';
import { after } from '../runtime/model.ts';
import { watchNobody } from '../runtime/people.ts';

watchNobody();
const OUTPUT: Record<string, string> = {
  'make test': `cc -O2 -Wall -c ferry.c -o ferry.o
cc -O2 -Wall -c walk.c -o walk.o
cc -o ferry ferry.o walk.o -lm
running 14 tests
  copies an empty folder ................ ok
  keeps what the ignore list names ...... ok
  resumes after the line was cut ........ ok
  refuses a peer with an older format ... ok
14 passed, 0 failed, 0 skipped in 2.31 s
`,
  'git log --stat -3': `commit 91ac2e0
Author: Odette <odette@attic.example>
    Flush the buffer when it is exactly full
 walk.c | 9 +++++----
 1 file changed, 5 insertions(+), 4 deletions(-)

commit 5d0f7b1
Author: Bram <bram@attic.example>
    Say which peer was refused, and why
 ferry.c | 21 +++++++++++++++++++--
`,
};

onEnter(byId('line'), (command) => void run(command));

/** Output comes in pieces that do not mind where words end, as from a real one. */
async function run(command: string): Promise<void> {
  const screen = byId('screen');
  screen.append(`$ ${command}\n`);
  await after(300);
  for (const piece of (OUTPUT[command] ?? `${command}: not found\n`).match(/.{1,14}/gs) ?? []) {
    screen.append(piece);
    await after(30);
  }
  await after(600);
  over();
}
