import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { readLanguage } from '../../../src/api/http/read-language.ts';

const app = new Hono().get('/', (context) => context.text(readLanguage(context)));

test.each([
  [undefined, 'pl'],
  ['', 'pl'],
  ['*', 'pl'],
  ['en', 'en'],
  ['en-GB', 'en'],
  ['EN-us', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['pl-PL,en;q=0.9', 'pl'],
  ['en;q=0.5, pl;q=0.9', 'pl'],
  ['de-DE,de;q=0.9,en;q=0.8', 'en'],
  ['en;q=0, de', 'pl'],
  ['end', 'pl'],
])('Accept-Language %j asks for %s', async (asked, language) => {
  const headers = asked === undefined ? {} : { 'Accept-Language': asked };
  expect(await (await app.request('/', { headers })).text()).toBe(language);
});
