/** Text as it is compared: capitals, accents and ł do not matter. As the service folds what it searches. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l');
}
