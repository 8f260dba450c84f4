import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importCircles } from './support/import-circles.ts';
import { loaderViolations, violations } from './support/import-rules.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const FOLDERS = ['src', 'browser', 'widget', 'desk', 'demo-shop-panel'];

/** Every TypeScript source of a folder by its path from the repository's root. */
function sourcesOf(folder: string): Map<string, string> {
  const paths = globSync(`${folder}/**/*.{ts,tsx}`, { cwd: ROOT });
  return new Map(paths.toSorted().map((path) => [path, readFileSync(ROOT + path, 'utf8')]));
}

describe('who may import whom, no clock in decisions, SQL in the store only', () => {
  test.each(FOLDERS)('%s', (folder) => {
    const sources = sourcesOf(folder);
    expect(sources.size).toBeGreaterThan(0);
    expect([...sources].flatMap(([path, source]) => violations(path, source))).toEqual([]);
  });

  test('the loader carries no library', () => {
    expect(
      loaderViolations(new Map([...sourcesOf('widget'), ...sourcesOf('browser'), ...sourcesOf('src/contract')])),
    ).toEqual([]);
  });
});

test('a ticket’s thread is written in two places only, where each wait for an answer is written down with it', () => {
  const writers = [...sourcesOf('src')].filter(([, source]) => /(?<!function )\bthreadColumns\(/.test(source));
  expect(writers.map(([path]) => path)).toEqual(['src/tickets/open-ticket.ts', 'src/tickets/update-thread.ts']);
});

test('what comes in becomes a ticket or a reply in a channel only', () => {
  const makers = [...sourcesOf('src')].filter(([, source]) =>
    /import \{[^}]*\b(openTicket|reply)\b[^}]*\} from '\.\.\/tickets\//.test(source.replaceAll('../../', '../')),
  );
  expect(makers.map(([path]) => path)).toEqual([
    'src/channels/agent.ts',
    'src/channels/letter-ticket.ts',
    'src/channels/panel.ts',
    'src/channels/phone.ts',
  ]);
});

test('a picture is decoded in one place only, which reads its size before and closes it after', () => {
  const decoders = FOLDERS.flatMap((folder) => [...sourcesOf(folder)]).filter(([, source]) =>
    /\b(createImageBitmap(?![, ])|ImageDecoder|new Image\b|<img\b)/.test(source),
  );
  expect(decoders.map(([path]) => path)).toEqual(['browser/draw-picture.ts']);
});

test('the desk asks its own clock only when something was written, never what is left', () => {
  const askers = [...sourcesOf('desk')].filter(([, source]) => /\bDate\.now\b|\bnew Date\(\)/.test(source));
  expect(askers.map(([path]) => path)).toEqual([
    'desk/models/hold.ts',
    'desk/models/writing.ts',
    'desk/pages/phone/phone-model.ts',
  ]);
});

test('nothing that is typed or pasted is cut: no field has a longest text of its own', () => {
  const cutting = [...sourcesOf('desk'), ...sourcesOf('widget')].filter(([, source]) =>
    /\bmaxLength=|\bmaxLength:|\bmaxlength=/.test(source),
  );
  expect(cutting.map(([path]) => path)).toEqual([]);
});

test('no key is a command while an input method composes', () => {
  const readers = [...sourcesOf('desk'), ...sourcesOf('widget')].filter(([, source]) =>
    /\bonKeyDown\b|'keydown'/.test(source),
  );
  expect(readers.length).toBeGreaterThan(5);
  const heedless = readers.filter(
    ([, source]) => !/\bpressedKey\(|\bcommandOf\(|onKeyDown=\{onCtrlEnter\(/.test(source),
  );
  expect(heedless.map(([path]) => path)).toEqual([]);
});

test('no file needs another that needs it in its turn', () => {
  const sources = new Map(FOLDERS.flatMap((folder) => [...sourcesOf(folder)]));
  expect(importCircles(sources)).toEqual([]);
});

describe('a circle is found', () => {
  test.each([
    ['of values', `import { b } from './b.ts';`],
    ['of side effects', `import './b.ts';`],
    ['of types', `import type { B } from './b.ts';`],
    ['of a type in a list of values', `import { type B } from './b.ts';`],
    ['of what is handed on', `export * from './b.ts';`],
    ['of what is loaded later', `const b = () => import('./b.ts');`],
    ['of a type that is named in place', `type B = import('./b.ts').B;`],
  ])('%s', (_kind, source) => {
    const sources = new Map([
      ['widget/a.ts', source],
      ['widget/b.ts', `import { c } from './views/c.tsx';`],
      ['widget/views/c.tsx', `import { a } from '../a.ts';`],
      ['widget/d.ts', `import { a } from './a.ts';`],
    ]);
    expect(importCircles(sources)).toEqual(['widget/a.ts ↔ widget/b.ts ↔ widget/views/c.tsx']);
  });

  test('also of one file with itself, and each one by itself', () => {
    const sources = new Map([
      ['src/a.ts', `import './a.ts';`],
      ['desk/b.ts', `import './c.ts';\nimport '../src/a.ts';`],
      ['desk/c.ts', `import type { B } from './b.ts';`],
    ]);
    expect(importCircles(sources)).toEqual(['src/a.ts', 'desk/b.ts ↔ desk/c.ts']);
  });
});

describe('each rule can be broken', () => {
  test.each([
    // the contract
    ['src/contract/a.ts', `import * as z from 'zod';`, 'may not import zod'],
    ['src/contract/a.ts', `import '../policy/b.ts';`, 'may not import src/policy/b.ts'],
    ['src/contract/a.ts', `import { readFileSync } from 'node:fs';`, 'may not import node:fs'],
    // the policy
    ['src/policy/a.ts', `import type { Store } from '../store/open.ts';`, 'may not import src/store/open.ts'],
    ['src/policy/a.ts', `import { createHash } from 'node:crypto';`, 'may not import node:crypto'],
    ['src/policy/a.ts', `import * as z from 'zod/mini';`, 'may not import zod/mini'],
    // the store
    ['src/store/a.ts', `import '../policy/queue.ts';`, 'may not import src/policy/queue.ts'],
    ['src/store/a.ts', `import '../contract/problem.ts';`, 'may not import src/contract/problem.ts'],
    ['src/store/migrations/a.ts', `import '../../contract/lists.ts';`, 'may not import src/contract/lists.ts'],
    ['src/store/migrations/a.ts', `import { insertWords } from '../search.ts';`, 'may not import src/store/search.ts'],
    [
      'src/store/migrations/a.ts',
      `import type { Tables } from '../tables/tables.ts';`,
      'may not import src/store/tables/tables.ts',
    ],
    ['src/store/migrations/a.ts', `import { randomBytes } from 'node:crypto';`, 'may not import node:crypto'],
    ['src/store/a.ts', `import 'pg-native';`, 'may not import pg-native'],
    // shops and tickets
    ['src/shops/a.ts', `import '../tickets/open-ticket.ts';`, 'may not import src/tickets/open-ticket.ts'],
    ['src/shops/a.ts', `import 'kysely';`, 'may not import kysely'],
    ['src/tickets/a.ts', `import '../api/problem.ts';`, 'may not import src/api/problem.ts'],
    ['src/tickets/a.ts', `import 'node:fs';`, 'may not import node:fs'],
    ['src/tickets/a.ts', `import 'better-sqlite3';`, 'may not import better-sqlite3'],
    ['src/identity/a.ts', `import '../tickets/open-ticket.ts';`, 'may not import src/tickets/open-ticket.ts'],
    ['src/identity/a.ts', `import 'kysely';`, 'may not import kysely'],
    ['src/identity/a.ts', `import 'node:fs';`, 'may not import node:fs'],
    ['src/tickets/a.ts', `import { Pool } from 'pg';`, 'may not import pg'],
    // the API and the commands
    ['src/api/a.ts', `import '../store/tickets.ts';`, 'may not import src/store/tickets.ts'],
    ['src/api/a.ts', `import '../policy/queue.ts';`, 'may not import src/policy/queue.ts'],
    ['src/api/a.ts', `import { pino } from 'pino';`, 'may not import pino'],
    ['src/tickets/a.ts', `import 'rate-limiter-flexible';`, 'may not import rate-limiter-flexible'],
    ['src/commands/a.ts', `import '../api/problem.ts';`, 'may not import src/api/problem.ts'],
    ['src/commands/a.ts', `import 'commander';`, 'may not import commander'],
    ['src/cli/a.ts', `import 'kysely';`, 'may not import kysely'],
    // the top, its programs, and folders without a rule
    ['src/app.ts', `import '../widget/boot.ts';`, 'may not import widget/boot.ts'],
    ['src/serve.ts', `import 'express';`, 'may not import express'],
    ['src/app.ts', `import './main.ts';`, 'imports the program src/main.ts'],
    ['demo-shop-panel/start.ts', `import '../src/pomoc.ts';`, 'imports the program src/pomoc.ts'],
    ['src/mail/a.ts', `import '../store/open.ts';`, 'stands in a folder that no rule knows'],
    // what widget and desk share
    ['browser/a.ts', `import 'preact';`, 'may not import preact'],
    ['browser/a.ts', `import '../widget/boot.ts';`, 'may not import widget/boot.ts'],
    [
      'browser/a.ts',
      `import type { Me } from '../desk/models/session-model.ts';`,
      'may not import desk/models/session-model.ts',
    ],
    ['browser/a.ts', `import '../src/policy/queue.ts';`, 'may not import src/policy/queue.ts'],
    ['src/contract/a.ts', `import '../../browser/http.ts';`, 'may not import browser/http.ts'],
    ['widget/loader.ts', `import '../browser/http.ts';`, 'may not import browser/http.ts'],
    // the widget and the demo
    ['widget/a.ts', `import 'node:fs';`, 'may not import node:fs'],
    ['widget/a.ts', `import type { Store } from '../src/store/open.ts';`, 'may not import src/store/open.ts'],
    ['widget/views/A.tsx', `import React from 'react';`, 'may not import react'],
    ['widget/views/A.tsx', `import 'kyoto';`, 'may not import kyoto'],
    ['widget/loader.ts', `import './client.ts';`, 'may not import widget/client.ts'],
    ['widget/loader.ts', `import type { A } from '../src/policy/a.ts';`, 'may not import src/policy/a.ts'],
    ['demo-shop-panel/a.ts', `import '../widget/boot.ts';`, 'may not import widget/boot.ts'],
    ['demo-shop-panel/a.ts', `import 'hono';`, 'may not import hono'],
    ['demo-shop-panel/a.ts', `import { serve } from '@hono/node-server';`, 'may not import @hono/node-server'],
    ['desk/a.ts', `import '../src/policy/scope-words.ts';`, 'may not import src/policy/scope-words.ts'],
    ['desk/views/A.tsx', `import '../../widget/views/icons.tsx';`, 'may not import widget/views/icons.tsx'],
    ['desk/a.ts', `import 'hono';`, 'may not import hono'],
    ['widget/a.ts', `import '../desk/words/words.ts';`, 'may not import desk/words/words.ts'],
    // every form of import
    ['widget/a.ts', `export { a } from 'b';`, 'may not import b'],
    ['widget/a.ts', `export * from 'b';`, 'may not import b'],
    ['widget/a.ts', `export type { A } from 'b';`, 'may not import b'],
    ['widget/a.ts', `const b = await import('b');`, 'may not import b'],
    ['widget/a.ts', `const b = await import(c);`, 'imports what is only known at run time'],
    ['widget/a.ts', `type B = import('b').B;`, 'may not import b'],
    // names
    ['src/tickets/utils/a.ts', '', 'is named utils: name it after the one thing inside'],
    ['widget/utils.ts', '', 'is named utils: name it after the one thing inside'],
    // clock and chance
    ['src/policy/a.ts', 'const a = Date.now();', 'asks Date.now'],
    ['src/tickets/a.ts', 'const a = new Date();', 'asks new Date()'],
    ['src/shops/a.ts', 'const a = Temporal.Now.instant();', 'asks Temporal.Now'],
    ['src/identity/a.ts', 'const a = Date.now();', 'asks Date.now'],
    ['src/store/a.ts', 'const a = Math.random();', 'asks Math.random'],
    ['src/store/a.ts', `const a = Date['now'];`, `asks Date['now']`],
    ['src/store/a.ts', 'const a = Date();', 'asks Date()'],
    // SQL
    ['src/app.ts', 'await sql`delete`.execute(a);', 'has SQL outside src/store: sql`delete`'],
    ['src/serve.ts', 'await sql`select 1`.execute(a);', 'has SQL outside src/store: sql`select 1`'],
    ['src/tickets/a.ts', `sql.raw('x');`, `has SQL outside src/store: sql.raw('x')`],
    ['src/tickets/a.ts', `db.selectFrom('tickets');`, `has SQL outside src/store: db.selectFrom('tickets')`],
    ['widget/a.ts', `const a = 'SELECT * FROM tickets';`, `has SQL outside src/store: 'SELECT * FROM tickets'`],
    ['src/main.ts', 'run(`pragma user_version`);', 'has SQL outside src/store: `pragma user_version`'],
  ])('%s: %s', (path, source, reason) => {
    expect(violations(path, source)).toEqual([`${path}:1 ${reason}`]);
  });

  test('with the line of the import, however it is written', () => {
    const source = `/** import 'x' */\n\nimport {\n  a,\n} from 'b';\n\nexport const c = () => import('d');\n`;
    expect(violations('widget/a.ts', source)).toEqual([
      'widget/a.ts:3 may not import b',
      'widget/a.ts:7 may not import d',
    ]);
  });

  test("a library on the loader's way, behind its own imports", () => {
    const sources = new Map([
      ['widget/loader.ts', `import './host-page/flags.ts';\nimport type { B } from './boot.ts';`],
      ['widget/host-page/flags.ts', `import '../../src/contract/limits.ts';`],
      ['src/contract/limits.ts', `\nimport * as z from 'zod/mini';`],
      ['widget/boot.ts', `import 'ky';`],
    ]);
    expect(loaderViolations(sources)).toEqual(['src/contract/limits.ts:2 brings zod/mini into the loader']);
    sources.delete('src/contract/limits.ts');
    expect(loaderViolations(sources)).toHaveLength(1);
  });
});

describe('what is not meant is let through', () => {
  test.each([
    ['src/contract/a.ts', `import * as z from 'zod/mini';\nimport { b } from './b.ts';`],
    ['src/policy/a.ts', `// Date.now()\nconst a = 'new Date()', b = new Date(0), c = Temporal.Instant.from(d);`],
    ['src/api/a.ts', `import type { Logger } from 'pino';\nimport { cors } from 'hono/cors';`],
    ['src/api/a.ts', `import { RateLimiterMemory } from 'rate-limiter-flexible';`],
    ['src/store/open.ts', 'await sql`select 1`.execute(store);'],
    ['src/store/a.ts', `import { Pool } from 'pg';`],
    ['src/store/tables/a.ts', `import type { Topic } from '../../contract/lists.ts';`],
    ['src/main.ts', `import { pino } from 'pino';\nTemporal.Now.instant();`],
    ['src/store/migrations/a.ts', `import { sql } from 'kysely';\nsql\`delete from tickets\`;`],
    ['widget/loader.ts', `import type { Boot } from './boot.ts';\nimport { a } from './host-page/a.ts';\nimport(url);`],
    ['browser/a.ts', `import ky from 'ky';\nimport { a } from '../src/contract/a.ts';`],
    ['desk/a.ts', `import { a } from '../browser/a.ts';`],
    [
      'widget/a.tsx',
      `import { useId } from 'preact/hooks';\nimport css from './a.css?inline';\nconst a = 'Select one';`,
    ],
    ['demo-shop-panel/a.ts', `import type { HttpBindings } from '@hono/node-server';`],
    ['demo-shop-panel/a.ts', `import 'node:fs';\nimport { createApp } from '../src/app.ts';`],
  ])('%s: %s', (path, source) => {
    expect(violations(path, source)).toEqual([]);
  });
});
