import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import browser from './browser.config.json' with { type: 'json' };
import service from './stryker.config.json' with { type: 'json' };

describe.each([
  ['the service', service],
  ['the browser', browser],
])('mutation of %s', (_, { mutate, ignorePatterns }) => {
  test('finds every file that it names: one that was moved would be left out without a word', () => {
    expect(mutate.filter((pattern) => globSync(pattern.replace('!', '')).length === 0)).toEqual([]);
  });

  test('leaves out folders of the root alone: tests need those of the same name within', () => {
    expect(ignorePatterns.filter((pattern) => !pattern.startsWith('/'))).toEqual([]);
  });
});
