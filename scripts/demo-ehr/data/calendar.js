/**
 * How long before the reference day something happened.
 * @typedef {{years?: number, months?: number, days?: number}} Ago
 */

/** @returns {string} the local date, YYYY-MM-DD */
export function today() {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}

/**
 * @param {string} day YYYY-MM-DD
 * @param {Ago} ago
 * @returns {string} YYYY-MM-DD; a day that a month lacks becomes that month's last
 */
export function before(day, { years = 0, months = 0, days = 0 }) {
  const [year, month, date] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year - years, month - months, 0)).getUTCDate();
  const moment = new Date(Date.UTC(year - years, month - 1 - months, Math.min(date, lastDay)));
  moment.setUTCDate(moment.getUTCDate() - days);
  return moment.toISOString().slice(0, 10);
}
