import type { Locale } from './strings.js';

/** A stretch of time in years, as numbers: 2020.5 is the middle of 2020. */
export type Span = readonly [from: number, to: number];

/** First month and number of months of EDTF's seasons, quarters, quadrimesters and halves. */
const PARTS: Record<number, readonly [first: number, months: number]> = {
  21: [3, 3],
  22: [6, 3],
  23: [9, 3],
  24: [12, 3],
  33: [1, 3],
  34: [4, 3],
  35: [7, 3],
  36: [10, 3],
  37: [1, 4],
  38: [5, 4],
  39: [9, 4],
  40: [1, 6],
  41: [7, 6],
};

/** When an ISO 8601 or EDTF value is; `null` for what cannot be put on a time line (a length, a time of day). */
export function spanOf(value: string | null): Span | null {
  if (!value) return null;
  const [left = '', right] = value.split('/');
  if (right === undefined) return momentSpan(left);
  const [from, to] = [momentSpan(left), momentSpan(right)];
  if (from && to) return from[0] <= to[1] ? [from[0], to[1]] : null;
  return from ?? to;
}

function momentSpan(text: string): Span | null {
  const plain = text.replace(/[?~%]/g, '');
  const years = /^(-?\d{1,4}X{1,3})$/.exec(plain);
  if (years) return [Number(plain.replace(/X/g, '0')), Number(plain.replace(/X/g, '9')) + 1];
  const match = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/.exec(plain);
  if (!match) return null;
  const [year, part, day] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  if (part === 0) return [year, year + 1];
  const season = PARTS[part];
  if (season) return [year + (season[0] - 1) / 12, year + (season[0] - 1 + season[1]) / 12];
  if (part > 12) return null;
  const from = year + (part - 1) / 12;
  return day === 0 ? [from, from + 1 / 12] : [from + (day - 1) / 372, from + day / 372];
}

/** The middle of a stretch. */
export const middleOf = ([from, to]: Span): number => (from + to) / 2;

/** The parts of a year that have names of their own: Simplified, Traditional, English. */
const NAMES: Record<number, readonly [string, string, string]> = {
  21: ['春', '春', 'spring'],
  22: ['夏', '夏', 'summer'],
  23: ['秋', '秋', 'autumn'],
  24: ['冬', '冬', 'winter'],
  33: ['第一季度', '第一季度', 'first quarter'],
  34: ['第二季度', '第二季度', 'second quarter'],
  35: ['第三季度', '第三季度', 'third quarter'],
  36: ['第四季度', '第四季度', 'fourth quarter'],
  37: ['前四个月', '前四個月', 'first four months'],
  38: ['中间四个月', '中間四個月', 'middle four months'],
  39: ['后四个月', '後四個月', 'last four months'],
  40: ['上半年', '上半年', 'first half'],
  41: ['下半年', '下半年', 'second half'],
};

/**
 * An EDTF value as a person reads it. What everyone reads as it stands (a year, a month, a day, a time of day) stays as
 * it is.
 */
export function timeInWords(locale: Locale, value: string): string {
  const [left = '', right] = value.split('/');
  const first = momentInWords(locale, left);
  if (right === undefined) return first;
  const last = momentInWords(locale, right);
  const english = locale === 'en';
  if (right === '..' || right === '') return english ? `from ${first}` : `${first}起`;
  if (left === '..' || left === '') return english ? `until ${last}` : `至${last}`;
  return `${first} – ${last}`;
}

const COLUMN: Record<Locale, 0 | 1 | 2> = { 'zh-Hans': 0, 'zh-Hant': 1, en: 2 };

function momentInWords(locale: Locale, text: string): string {
  const column = COLUMN[locale];
  const english = locale === 'en';
  const about = /[?~%]/.test(text) ? (['约 ', '約 ', 'about '][column] ?? '') : '';
  const plain = text.replace(/[?~%]/g, '');
  if (plain.startsWith('P')) return about + lengthInWords(locale, plain);
  const [, years, open] = /^(\d{1,3})(X{1,2})$/.exec(plain) ?? [];
  if (years && open) {
    const first = years + '0'.repeat(open.length);
    if (english) return `${about}${first}s`;
    return about + (open === 'X' ? `${first}年代` : `${Number(years) + 1}${column === 0 ? '世纪' : '世紀'}`);
  }
  const [, before] = /^-0*(\d+)$/.exec(plain) ?? [];
  if (before) {
    const year = Number(before) + 1; // the year 0 is the first before the era
    return about + (english ? `${year} BCE` : `前${year}年`);
  }
  const [, year, week] = /^(\d{4})-W(\d\d)$/.exec(plain) ?? [];
  if (week)
    return (
      about + (english ? `week ${Number(week)} of ${year}` : `${year}年第${Number(week)}${column === 0 ? '周' : '週'}`)
    );
  const season = /^(\d{4})-(\d\d)$/.exec(plain);
  const name = season && NAMES[Number(season[2])];
  if (season && name) return about + (english ? `${name[2]} of ${season[1]}` : `${season[1]}年${name[column]}`);
  // A day of which the page does not say the year stands without one.
  return (
    about +
    plain
      .replace(/^XXXX-/, '')
      .replace('T', ' ')
      .trim()
  );
}

/** The units of an ISO 8601 duration; months and minutes share a letter. */
const UNITS: Record<string, readonly [string, string, string]> = {
  Y: ['年', '年', 'years'],
  M: ['个月', '個月', 'months'],
  W: ['周', '週', 'weeks'],
  D: ['天', '天', 'days'],
  TH: ['小时', '小時', 'hours'],
  TM: ['分钟', '分鐘', 'minutes'],
  TS: ['秒', '秒', 'seconds'],
};

function lengthInWords(locale: Locale, duration: string): string {
  const [date = '', clock = ''] = duration.slice(1).split('T');
  const parts = (text: string, prefix: string) =>
    [...text.matchAll(/([\d.]+)([A-Z])/g)].map(([, number, letter]) => {
      const unit = UNITS[prefix + letter]?.[COLUMN[locale]] ?? '';
      if (locale !== 'en') return `${number}${unit}`;
      return `${number} ${number === '1' ? unit.slice(0, -1) : unit}`;
    });
  return [...parts(date, ''), ...parts(clock, 'T')].join(locale === 'en' ? ' ' : '') || duration;
}
