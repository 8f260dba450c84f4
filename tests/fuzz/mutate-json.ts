import { HOSTILE_STRINGS } from '../support/hostile-strings.ts';
import type { Random } from './random.ts';

/** Values that programs took for others, or that do not fit where numbers and texts are kept. */
const STRANGERS: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  0.5,
  1e21,
  1e308,
  2 ** 31,
  2 ** 31 - 1,
  2 ** 53,
  2 ** 63,
  -(2 ** 31) - 1,
  '',
  ' ',
  '0',
  '1e400',
  '9'.repeat(400),
  [],
  [[]],
  [null],
  {},
  { length: 5 },
  { $gt: '' },
  { toString: 'x' },
  { valueOf: 1 },
  Object.fromEntries([['then', 'x']]),
  { type: 'script', props: { children: 'alert(1)' } },
  '2026-02-30',
  '2026-13-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '+275760-09-13T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  '2026-11-22T09:00:00+14:00',
  '2016-12-31T23:59:60Z',
  'http://0x7f.1',
  'https://xn--a.example',
  'https://żółw.pl',
  'https://a:b@shop.example:99999/',
  '::1/0',
  '1.2.3.4/33',
];

/** Names that every object has already. */
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  '',
  '0',
  'ż',
  '\u0000',
  '$',
];

/** JSON that no value of JavaScript is written as. */
const RAW = [
  '1e400',
  '-1e400',
  '1E999999',
  '0.1e-999',
  '123456789012345678901234567890',
  '01',
  'NaN',
  'undefined',
  '-',
];
const RAW_MARK = '\ue000raw';

const LENGTHS = [1, 2, 3, 16, 40, 41, 60, 61, 100, 101, 200, 201, 254, 255, 2000, 2001, 5001, 20_000, 20_001, 70_000];

type Node = { of: Record<string, unknown> | unknown[]; key: string | number };

/** A body as text, after so many changes somewhere in it. */
export function mutatedBody(body: unknown, times: number, random: Random): Buffer {
  const holder = { body: structuredClone(body) };
  for (let time = 0; time < times; time++) changeSomewhere(holder, random);
  const text = JSON.stringify(holder.body) ?? '';
  const raw = text.replace(new RegExp(`"${RAW_MARK}(\\d+)"`, 'g'), (_, index) => RAW[Number(index)] ?? '0');
  return random.chance(0.2) ? mutatedText(raw, random) : Buffer.from(raw);
}

function nodesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys: (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const of = value as Node['of'];
  return keys.flatMap((key) => [{ of, key }, ...nodesOf(Reflect.get(of, key))]);
}

function changeSomewhere(holder: { body: unknown }, random: Random): void {
  const nodes = nodesOf(holder);
  const { of, key } = random.pick(nodes);
  const put = (value: unknown) => Reflect.set(of, key, value);
  const value: unknown = Reflect.get(of, key);
  const kind = random.below(10);
  if (kind === 0) put(structuredClone(random.pick(STRANGERS)));
  else if (kind === 1 && !Array.isArray(of) && of !== (holder as object)) Reflect.deleteProperty(of, key);
  else if (kind === 2) put(`${RAW_MARK}${random.below(RAW.length)}`);
  else if (kind === 3) put(random.chance(0.5) ? [value] : { [String(key)]: value });
  else if (kind === 4 && typeof value === 'object' && value !== null && !Array.isArray(value)) addKey(value, random);
  else if (kind === 5 && Array.isArray(value)) put(anotherList(value, random));
  else put(typeof value === 'string' && random.chance(0.7) ? anotherText(value, random) : random.pick(HOSTILE_STRINGS));
}

/** Under `__proto__` as a key of its own, as `JSON.parse` makes it. */
function addKey(value: object, random: Random): void {
  const inner = random.pick<unknown>([{ polluted: true }, 'x', null, 1, { prototype: { polluted: true } }]);
  Object.defineProperty(value, random.pick(KEYS), {
    value: inner,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function anotherList(list: unknown[], random: Random): unknown[] {
  const first = list[0] ?? 'x';
  return random.pick([[], [...list, ...list], Array(1000).fill(first), [...list, null], [list]]);
}

function anotherText(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const within = (piece: string) => text.slice(0, at) + piece + text.slice(at);
  switch (random.below(6)) {
    case 0:
      return within(
        random.pick(['\u0000', '\ud800', '\udfff', '\u202e', '\n', '\r', '\u200b', '\ufeff', '%00', '\u0085']),
      );
    case 1:
      return (text || 'x').repeat(2000).slice(0, random.pick(LENGTHS));
    case 2:
      return text.slice(0, at);
    case 3:
      return random.chance(0.5) ? text.toUpperCase() : text.normalize('NFD');
    case 4:
      return random.pick(HOSTILE_STRINGS);
    default:
      return within(random.pick(HOSTILE_STRINGS));
  }
}

/** The bytes of a body that is JSON no more, or in another encoding. */
function mutatedText(json: string, random: Random): Buffer {
  const at = random.below(json.length + 1);
  switch (random.below(14)) {
    case 0:
      return Buffer.from(json.slice(0, at));
    case 1:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(json)]);
    case 2:
      return Buffer.from(json, 'utf16le');
    case 3:
      return Buffer.from(json, 'latin1');
    case 4:
      return Buffer.concat([
        Buffer.from(json.slice(0, at)),
        Buffer.from([0xff, 0xc0, 0x80]),
        Buffer.from(json.slice(at)),
      ]);
    case 5:
      return Buffer.from(`${json}${json}`);
    case 6:
      return Buffer.from(json.replace('{', '{"__proto__":{"polluted":true},'));
    case 7:
      return Buffer.from(json.replace(/^\{("[^"]*":)/, '{$1null,$1'));
    case 8:
      return Buffer.from('['.repeat(random.pick([19, 20, 21, 1000, 100_000])));
    case 9:
      return Buffer.from(`${'{"a":'.repeat(random.pick([19, 21, 5000]))}1`);
    case 10:
      return Buffer.from(json.replaceAll('"', "'"));
    case 11:
      return Buffer.alloc(random.pick([0, 1, 256 * 1024, 256 * 1024 + 1, 300_000]), 0x20);
    case 12:
      return Buffer.from(`${json.slice(0, at)}\\ud800${json.slice(at)}`);
    default:
      return Buffer.from(`/* */${json}// x`);
  }
}
