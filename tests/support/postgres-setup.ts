import { inject } from 'vitest';

/** Tells `temporaryDatabase` of the server; by the environment, because it also runs where there is no vitest. */
process.env.POMOC_TEST_POSTGRES = inject('postgresUrl');
