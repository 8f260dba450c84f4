import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Text files of some folders by their path from the repository's root. */
export function textsOf(pattern: string): Map<string, string> {
  const paths = globSync(pattern, { cwd: ROOT }).toSorted();
  return new Map(paths.map((path) => [path, readFileSync(ROOT + path, 'utf8')]));
}

/** A reference of a document, as in `policy/promise.ts · answerBy`: the end of a path, and what stands in that file. */
export interface Reference {
  file: string;
  name: string;
}

/** Every reference of a document. */
export function referencesOf(document: string): Reference[] {
  const found = document.matchAll(/`([\w./-]+\.tsx?) · ([^`]+)`/g);
  return [...found].map(([, file = '', name = '']) => ({ file, name }));
}

/**
 * Why a reference leads nowhere, or null when it does not. A name has to be declared in the file; of a test, words of a
 * title have to stand in it. Moved declarations are named with their new file.
 * @param sources files by path
 */
export function whyDead({ file, name }: Reference, sources: ReadonlyMap<string, string>): string | null {
  const isThere = /\.test\.tsx?$/.test(file) ? contains : declares;
  // Where a test runs is no part of its name.
  const files = [...sources].filter(([path]) => `/${path.replace('.node.test.', '.test.')}`.endsWith(`/${file}`));
  if (files.some(([, source]) => isThere(source, name))) return null;
  const others = [...sources].filter(([, source]) => isThere(source, name)).map(([path]) => path);
  const reason = files.length === 0 ? 'there is no such file' : `${name} is not in it`;
  return `${file} · ${name}: ${reason}${others.length > 0 ? `, but in ${others.join(', ')}` : ''}`;
}

function contains(source: string, words: string): boolean {
  return source.includes(words);
}

function declares(source: string, name: string): boolean {
  return new RegExp(`\\b(function\\*?|const|class|interface|type) ${name}\\b`).test(source);
}
