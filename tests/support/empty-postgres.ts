import { randomBytes } from 'node:crypto';
import { atDatabase, onServer } from './on-server.ts';

/** The server of the project `postgres`; a test that asks for it elsewhere is in the wrong project. */
export function testServer(): string {
  const server = process.env.POMOC_TEST_POSTGRES;
  if (!server) throw new Error('There is no PostgreSQL server here: run this test in the project postgres');
  return server;
}

/**
 * A database without tables, unlike any other of the run.
 * @param otherwise the end of its `create database`, such as `encoding 'LATIN2'`
 * @param settings what connections to it start with, as `alter database … set` takes it
 */
export async function emptyPostgres(
  otherwise = '',
  settings: readonly string[] = [],
): Promise<{ url: string; discard: () => Promise<void> }> {
  const name = `pomoc_${randomBytes(6).toString('hex')}`;
  await onServer(testServer(), [
    `create database ${name} template template0 ${otherwise}`,
    ...settings.map((setting) => `alter database ${name} set ${setting}`),
  ]);
  return {
    url: atDatabase(testServer(), name),
    discard: () => onServer(testServer(), [`drop database ${name} with (force)`]),
  };
}
