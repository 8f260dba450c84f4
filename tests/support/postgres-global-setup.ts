import type { TestProject } from 'vitest/node';
import { openStore } from '../../src/store/open.ts';
import { startPostgresServer } from './postgres-server.ts';
import { makeTemplate } from './pristine-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** the address of a database on the server of this run */
    postgresUrl: string;
  }
}

/**
 * One server for the whole project, and on it a database with its tables made, ready to be copied. To try another
 * version of PostgreSQL, name a database of a server that holds nothing of value: `TEST_ON_POSTGRES=postgres://…`.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_ON_POSTGRES;
  const server = given
    ? { url: () => given, stop: async () => {} }
    : await startPostgresServer(project.config.env.POMOC_TEST_DATA);
  const url = server.url('postgres');
  project.provide('postgresUrl', url);
  await makeTemplate(url, async (template) => (await openStore(template)).destroy());
  return server.stop;
}
