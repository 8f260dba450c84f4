import { buffer } from 'node:stream/consumers';

// A scanner of the tests, run as a program: what the file says is what it does.
const content = await buffer(process.stdin);
const has = (word: string) => content.includes(word);

if (has('WIRUS')) {
  process.stdout.write('stdin: Test.Wirus FOUND\n');
  process.exitCode = 1;
}
if (has('BŁĄD')) {
  process.stderr.write('no signatures\n');
  process.exitCode = 2;
}
if (has('PADA')) process.kill(process.pid, 'SIGSEGV');
if (has('WISI')) setInterval(() => {}, 1000);
