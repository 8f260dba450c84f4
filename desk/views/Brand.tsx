import type { JSX } from 'preact';

/** The product's mark. */
export function Brand(): JSX.Element {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true" class="mark">
      <rect width="32" height="32" rx="9" />
      <path d="M9 10h14v9h-7l-5 4v-4H9z" />
    </svg>
  );
}
