import { authorisationMatrix } from './matrix.ts';
import { CALLERS } from './world.ts';

/** `npm run matrix`: who is let in where, as the running service answers; exit code 1 when it is not as declared. */
const rows = await authorisationMatrix();
const print = (line: string) => process.stdout.write(`${line}\n`);

print('Callers:');
for (const [index, caller] of CALLERS.entries()) print(`  ${String(index + 1).padStart(2)}  ${caller}`);
print('');
const width = Math.max(...rows.map(({ route }) => route.length));
print(
  `${''.padEnd(width)}  ${'access'.padEnd(8)}  ${CALLERS.map((_, index) => String(index + 1).padStart(3)).join(' ')}`,
);
for (const { route, access, cells } of rows) {
  const marks = cells.map(({ status, asDeclared }) =>
    asDeclared ? (status < 300 ? ' ok' : String(status)) : ` !${status}`,
  );
  print(`${route.padEnd(width)}  ${access.padEnd(8)}  ${marks.join(' ')}`);
}
const wrong = rows.flatMap(({ cells }) => cells).filter(({ asDeclared }) => !asDeclared).length;
print(wrong === 0 ? '\nEvery cell is as declared.' : `\n${wrong} cells are not as declared.`);
process.exitCode = wrong === 0 ? 0 : 1;
