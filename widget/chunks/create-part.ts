import { signal } from '@preact/signals';
import type { Part } from '../panel.ts';

/** @param download imports the part; rejected when that fails */
export function createPart<T>(download: () => Promise<T>): Part<T> {
  const part = signal<T | null | undefined>();
  let loading: Promise<T | null> | undefined;
  return Object.assign(part, {
    load() {
      loading ??= download().then(
        (loaded) => {
          part.value = loaded;
          return loaded;
        },
        () => {
          part.value = null;
          loading = undefined;
          return null;
        },
      );
      return loading;
    },
  });
}
