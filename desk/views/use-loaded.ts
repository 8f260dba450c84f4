import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** How far the loading of a part of the desk has come; `of` is the key of what was loaded. */
export type Loaded<Key, Part> = { of: Key; part: Part } | 'loading' | 'failed';

/**
 * Loads a part of the desk when it is first needed.
 * @param key which part; null loads nothing. What was loaded last stays until another one is needed
 * @returns how far it is, and what tries again after a failure
 */
export function useLoaded<Key, Part>(
  key: Key | null,
  load: (key: Key) => Promise<Part>,
): [loaded: Loaded<Key, Part>, again: () => void] {
  const loaded = useSignal<Loaded<Key, Part>>('loading');
  const wanted = useRef(key);
  const attempt = useRef(0);
  wanted.current = key ?? wanted.current;
  function again(): void {
    const asked = wanted.current;
    if (asked === null) return;
    attempt.current += 1;
    const mine = attempt.current;
    /** What is no longer needed, or was asked for once more by a second press, may end last. */
    const end = (outcome: Loaded<Key, Part>) => {
      if (wanted.current === asked && attempt.current === mine) loaded.value = outcome;
    };
    loaded.value = 'loading';
    load(asked).then(
      (part) => end({ of: asked, part }),
      () => end('failed'),
    );
  }
  useEffect(() => {
    const now = loaded.peek();
    if (key !== null && (typeof now === 'string' || now.of !== key)) again();
  }, [key]);
  return [loaded.value, again];
}
