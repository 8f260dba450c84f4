/** A number in a language, with one decimal place at most: „1 234,5”. */
export function number(value: number, locale: string): string {
  return value.toLocaleString(locale, { maximumFractionDigits: 1 });
}

/** A share: „97,5%” in Polish, “97.5%” in English. */
export function percent(value: number, locale: string): string {
  return `${number(value, locale)}%`;
}

/** A duration in its two largest units: whole days and hours from two days on, hours and minutes below. */
export function partsOf(minutes: number): { days: number; hours: number; minutes: number } {
  if (minutes >= 2880)
    return { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: 0 };
  return { days: 0, hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
