import { parseArgs } from 'node:util';

export interface Options {
  url: string;
  candidates: number;
  judges: number;
  /** How many times faster than in a hall: it divides every scheduled duration. */
  speed: number;
  seed: string;
  organizer: string;
  password: string;
  /** Two single exams, closed and open book, instead of a contest. */
  exams: boolean;
}

/** The durations of a contest in a hall, in seconds, and the shortest a killed server can be brought back in. */
const hall = { opensIn: [60, 4], sitting: [600, 8], lateAfter: [900, 45], duration: [3_600, 240], judging: [40, 0.3], between: [20, 0.2] } as const;
export type Duration = keyof typeof hall;

/** Seconds of a duration at this speed. */
export function seconds(options: Pick<Options, 'speed'>, duration: Duration): number {
  const [whole, least] = hall[duration];
  return Math.max(least, whole / options.speed);
}

export const usage = `npm run simulate -- [--candidates 60] [--judges 5] [--speed 20] [--url http://localhost:3000] [--seed text]
  对正在运行的服务器演完一场竞赛 · plays a whole contest against a running server
  --exams   闭卷、开卷各一场，中途断网、延时、换设备 · a closed and an open-book exam instead, with a cut network, an extension and changed devices
  --organizer NAME --password TEXT   默认为演示账号 · the demo accounts by default`;

/** Reads the command line; null asks for help. @throws RangeError for a number that makes no sense. */
export function readOptions(args: string[]): Options | null {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { candidates: text, judges: text, speed: text, url: text, seed: text, organizer: text, password: text, exams: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) return null;
  const number = (name: 'candidates' | 'judges' | 'speed', fallback: number, least: number, most: number): number => {
    const value = Number(values[name] ?? fallback);
    if (!(value >= least && value <= most)) throw new RangeError(`--${name}: ${least}–${most}`);
    return value;
  };
  return {
    url: (values.url ?? 'http://localhost:3000').replace(/\/+$/, ''),
    candidates: Math.floor(number('candidates', 60, 4, 5_000)), judges: Math.floor(number('judges', 5, 3, 15)), speed: number('speed', 20, 1, 1_000),
    seed: values.seed ?? String(Date.now()), exams: values.exams ?? false, organizer: values.organizer ?? 'organizer', password: values.password ?? 'kaosai-demo',
  };
}
