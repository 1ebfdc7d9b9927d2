import { language, t } from "./labels.js";

/** The bot's readers live in Kazakhstan; the page shows their wall clock wherever the browser is. */
const zone = "Asia/Almaty";
const dayLength = 86_400;

// Own names: browsers ship Kazakh month names only sometimes.
const names = {
  ru: {
    months: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
    days: "вс пн вт ср чт пт сб".split(" "),
  },
  kk: {
    months: "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(" "),
    days: "жс дс сс ср бс жм сб".split(" "),
  },
  en: {
    months: "January February March April May June July August September October November December".split(" "),
    days: "Sun Mon Tue Wed Thu Fri Sat".split(" "),
  },
};

const format = new Intl.DateTimeFormat("en-GB", {
  timeZone: zone, hourCycle: "h23",
  year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
});

/** Wall clock of a Unix time in seconds; `index` counts days, so that two dates subtract. */
export function wall(seconds) {
  const part = Object.fromEntries(format.formatToParts(seconds * 1000).map(({ type, value }) => [type, Number(value)]));
  const index = Date.UTC(part.year, part.month - 1, part.day) / 1000 / dayLength;
  return { ...part, index, weekday: new Date(index * dayLength * 1000).getUTCDay() };
}

const two = (number) => String(number).padStart(2, "0");

export function clockTime(seconds) {
  const { hour, minute } = wall(seconds);
  return `${two(hour)}:${two(minute)}`;
}

/** "Вт, 24 ноября", with the year when it is not the present one. */
export function fullDate(seconds, now) {
  const date = wall(seconds);
  const year = date.year === wall(now).year ? "" : ` ${date.year}`;
  return `${dayAndMonth(date)}${year}`;
}

export function dateWithWeekday(seconds) {
  const date = wall(seconds);
  const weekday = names[language()].days[date.weekday];
  return `${weekday}, ${dayAndMonth(date)}`;
}

/** Heading of a day in the conversation. */
export function dayHeading(seconds, now) {
  const age = wall(now).index - wall(seconds).index;
  if (age === 0) return t("today");
  return age === 1 ? t("yesterday") : fullDate(seconds, now);
}

/** Short form for the chat list: a time today, a weekday this week, else a date. */
export function shortDate(seconds, now) {
  const date = wall(seconds);
  const age = wall(now).index - date.index;
  if (age <= 0) return clockTime(seconds);
  if (age < 7) return names[language()].days[date.weekday];
  return `${two(date.day)}.${two(date.month)}.${two(date.year % 100)}`;
}

/** Seconds until the wall clock next shows the time "HH:MM"; always ahead, as the simulated clock never goes back. */
export function secondsUntil(timeOfDay, now) {
  const [hour, minute] = timeOfDay.split(":").map(Number);
  const present = wall(now);
  const ahead = (hour - present.hour) * 3600 + (minute - present.minute) * 60 - present.second;
  return ahead > 0 ? ahead : ahead + dayLength;
}

function dayAndMonth({ day, month }) {
  return `${day} ${names[language()].months[month - 1]}`;
}
