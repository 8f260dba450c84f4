import { expect, test } from 'vitest';
import { countedAs } from '../../src/policy/counted-as.ts';

test.each([
  ['Anna@Poczta.PL', 'anna@poczta.pl'],
  ['anna+sklep+2@poczta.pl', 'anna@poczta.pl'],
  ['"anna"@poczta.pl', 'anna@poczta.pl'],
  ['"an\\na"@poczta.pl', 'anna@poczta.pl'],
  ['anna@poczta.pl.', 'anna@poczta.pl'],
  ['anna@żuraw.pl', 'anna@xn--uraw-99a.pl'],
  ['anna@XN--URAW-99A.pl', 'anna@xn--uraw-99a.pl'],
  ['a.n.n.a+x@googlemail.com', 'anna@gmail.com'],
  // Elsewhere the dots are a part of the name, and so is all else.
  ['a.nna@poczta.pl', 'a.nna@poczta.pl'],
  ['anna-b@poczta.pl', 'anna-b@poczta.pl'],
  ['+anna@poczta.pl', '+anna@poczta.pl'],
  ['anna', '@anna'],
  ['anna@poczta.pl...', 'anna@poczta.pl'],
  ['x"anna"@poczta.pl', 'x"anna"@poczta.pl'],
  ['"anna"x@poczta.pl', '"anna"x@poczta.pl'],
  ['anna@[x', 'anna@[x'],
])('letters to %s are counted as %s', (address, who) => expect(countedAs(address)).toBe(who));
