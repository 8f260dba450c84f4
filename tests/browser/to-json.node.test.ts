import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toJson } from '../../browser/to-json.ts';
import { patchLikePrototype16 } from '../support/widget-prototype.ts';

const TICKET = { subject: 'Zażółć "gęślą"', outage: { facts: ['shop-down', 'break-in'] }, none: undefined, empty: [] };

test('is what the browser writes', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(toJson(value)).toBe(JSON.stringify(value));
    }),
  );
});

describe('under Prototype 1.6', () => {
  test('is what a page without it writes', () => {
    const plain = JSON.stringify(TICKET);
    using _patched = patchLikePrototype16();
    expect(JSON.stringify(TICKET)).not.toBe(plain);
    expect(toJson(TICKET)).toBe(plain);
  });

  test("leaves the page's own patches as they were, to the last attribute", () => {
    using _patched = patchLikePrototype16();
    Object.defineProperty(Number.prototype, 'toJSON', { value: () => 'liczba', configurable: true, enumerable: false });
    const owners = [Array, String, Number, Boolean, Object].map(({ prototype }) => prototype);
    const descriptors = () => owners.map((owner) => Object.getOwnPropertyDescriptor(owner, 'toJSON'));
    const before = descriptors();
    toJson(TICKET);
    expect(descriptors()).toEqual(before);
    expect(before.map(Boolean)).toEqual([true, true, true, false, false]);
    Reflect.deleteProperty(Number.prototype, 'toJSON');
  });

  test('puts them back even when a value cannot be written', () => {
    using _patched = patchLikePrototype16();
    const patched = JSON.stringify(['a']);
    const circle: unknown[] = [];
    circle.push(circle);
    expect(() => toJson(circle)).toThrow(TypeError);
    expect(JSON.stringify(['a'])).toBe(patched);
  });
});
