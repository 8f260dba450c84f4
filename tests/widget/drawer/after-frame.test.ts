import { expect, test, vi } from 'vitest';
import { afterFrame } from '../../../widget/drawer/after-frame.ts';

test.each(['requestIdleCallback', 'requestAnimationFrame'] as const)(
  'a page whose %s calls nobody is waited for no longer',
  async (name) => {
    vi.spyOn(window, name).mockReturnValue(0);
    await expect(afterFrame()).resolves.not.toThrow();
  },
);
