import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

// Failed tests end a run by its exit code: once the package of PostgreSQL made it 0, and CI was blind.
test('a process that had a PostgreSQL of its own ends with its own exit code', () => {
  const script = `
    import { startPostgresServer } from './tests/support/postgres-server.ts';
    const server = await startPostgresServer();
    await server.stop();
    process.exitCode = 3;`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { timeout: 60_000 });
  expect(status).toBe(3);
}, 60_000);
