// Days since 1970-01-01 and their text, in the proleptic Gregorian calendar, years before 1 too.

const DAY = 86400000;

export function toDate(day) {
  return new Date(day * DAY);
}

export function fromDate(date) {
  return Math.floor(date.getTime() / DAY);
}

/** `2008-05-01`; years outside 0000–9999 as ISO 8601 expands them: `-0431-03-01`. */
export function dayText(day) {
  const date = toDate(day);
  const year = date.getUTCFullYear();
  const digits = String(Math.abs(year)).padStart(4, '0');
  const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
  const two = (number) => String(number).padStart(2, '0');
  return `${sign}${digits}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/** The first day of `2008`, `2008-05` or `2008-05-01`; nothing for what is no date. */
export function parseDay(text) {
  const match = /^([+-]?\d{4,6})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text.trim());
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return fromDate(date);
}

/** The day `count` units on: `day`, `month` or `year`. The 31st becomes the last day of a shorter month. */
export function moved(day, count, unit) {
  if (unit === 'day') return day + count;
  const date = toDate(day);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + count * (unit === 'year' ? 12 : 1);
  const target = new Date(0);
  const last = new Date(0);
  last.setUTCFullYear(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 0);
  target.setUTCFullYear(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date.getUTCDate(), last.getUTCDate()));
  return fromDate(target);
}
