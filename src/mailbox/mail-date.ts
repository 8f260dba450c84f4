const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Names of zones that RFC 5322 still allows, in hours. */
const ZONES: Record<string, number> = { EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 };

const DATE =
  /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[A-Z]{1,4})?/;

/** The instant of a `Date` (RFC 5322), without a zone as UTC; null when it is none, which says nothing about the letter. */
export function readMailDate(value: string): Temporal.Instant | null {
  const [, day, month = '', year = '', hour, minute, second = '0', zone = ''] = DATE.exec(value) ?? [];
  const at = MONTHS.indexOf(month.toLowerCase());
  if (at < 0) return null;
  const fullYear = Number(year) + (year.length === 4 ? 0 : Number(year) < 50 ? 2000 : 1900);
  const parts = [Number(day), Number(hour), Number(minute), Number(second)] as const;
  if (parts[0] < 1 || parts[0] > 31 || parts[1] > 23 || parts[2] > 59 || parts[3] > 60) return null;
  const milliseconds = Date.UTC(fullYear, at, ...parts) - offsetMinutes(zone) * 60_000;
  return Temporal.Instant.fromEpochMilliseconds(milliseconds);
}

function offsetMinutes(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(zone) ?? [];
  if (!sign) return (ZONES[zone] ?? 0) * 60;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
