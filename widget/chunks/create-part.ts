import { signal } from '@preact/signals';
import type { Part } from '../panel.ts';

/** @param download imports the part; rejects when that fails */
export function createPart<T>(download: () => Promise<T>): Part<T> {
  const part = signal<T | null | undefined>();
  let loading: Promise<T | null> | undefined;

  function load(): Promise<T | null> {
    loading ??= download()
      .catch(() => {
        loading = undefined;
        return null;
      })
      .then((loaded) => {
        part.value = loaded;
        return loaded;
      });
    return loading;
  }

  return Object.assign(part, {
    load,
    request() {
      if (!part.value) load();
      return part.value;
    },
  });
}
