/** What an answer's `Retry-After` asks for, in whole seconds; 0 where it asks for nothing. Our service gives seconds only. */
export function retryAfter({ headers }: Response): number {
  const seconds = Math.ceil(Number(headers.get('Retry-After') ?? 0));
  return seconds > 0 ? seconds : 0;
}
