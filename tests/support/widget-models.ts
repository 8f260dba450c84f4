import { effect, type ReadonlySignal } from '@preact/signals';
import { vi } from 'vitest';
import type { WidgetStore } from '../../widget/outbox/widget-store.ts';
import { NOW } from './widget-nouns.ts';

/** The page's clock stands still. A spy, because Vitest's own clock goes on while `expect.poll` waits. */
export function stopClock(now = NOW): void {
  vi.spyOn(Date, 'now').mockReturnValue(now);
}

/** Every value that a signal takes from now on, the present one first. */
export function valuesOf<T>(values: ReadonlySignal<T>): T[] {
  const seen: T[] = [];
  effect(() => {
    seen.push(values.value);
  });
  return seen;
}

/** A database whose disk is full: what is there can be read, and nothing can be written. */
export function fullDisk(store: WidgetStore): WidgetStore {
  return { ...store, change: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) };
}
