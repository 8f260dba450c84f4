import Holidays from 'date-holidays';

const holidays = new Holidays('PL');
const daysOffByYear = new Map<number, ReadonlySet<string>>();

/** Polish statutory days off (24 December is one since 2025), as the library `date-holidays` keeps them. */
function daysOff(year: number): ReadonlySet<string> {
  let days = daysOffByYear.get(year);
  if (!days) {
    const statutory = holidays.getHolidays(year).filter((day) => day.type === 'public');
    days = new Set(statutory.map((day) => day.date.slice(0, 10)));
    daysOffByYear.set(year, days);
  }
  return days;
}

/** Whether a day is a statutory day off in Poland. */
export function isDayOff(day: Temporal.PlainDate): boolean {
  return daysOff(day.year).has(day.toString());
}
