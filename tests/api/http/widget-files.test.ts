import { expect, test } from 'vitest';
import { inScript } from '../../../src/api/http/widget-files.ts';
import { TRIED_STRINGS } from '../../support/tried-strings.ts';

const HOURS = 'mon-fri 08:00-16:00';

test('whatever an admin types as the telephone stands in the loader as a text of plain ASCII, and means the same', () => {
  for (const typed of [...TRIED_STRINGS, '"+alert(1)+"', '`$ $& \\', '22 123 w. 4–5 📞']) {
    const advisory = [typed, '10', '1'] as const;
    const vendor = { name: typed, mark: 'sG' };
    const settings = { email: 'pomoc@shopgold.pl', phone: typed, hours: HOURS, advisory, vendor };
    const written = inScript(settings);
    expect(written).toMatch(/^[\x20-\x7e]*$/);
    expect(written).not.toMatch(/[`'<>$]/);
    expect(JSON.parse(written.replace(/([{,])(\w+):/g, '$1"$2":'))).toEqual(settings);
  }
});

test('a usual telephone stands there as it is', () => {
  const settings = { email: 'a@b.pl', phone: '+48 (22) 123-45-67', hours: HOURS, advisory: 0 } as const;
  expect(inScript(settings)).toBe('{email:"a@b.pl",phone:"+48 (22) 123-45-67",hours:"mon-fri 08:00-16:00",advisory:0}');
});
