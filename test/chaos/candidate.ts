import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededRandom } from '#lib/kernel';
import { type Change, type Device, insist } from './device.js';

/** How one candidate behaves: never stops typing, and sometimes does what a bad network makes pages do. */
export interface Habits {
  /** Pause between two changes, in ms. */
  pause: number;
  /** Tries before a change is given up for now; the last one is never given up. */
  tries: number;
  /** Of a hundred changes so many linger on their way and are overtaken. */
  lingering?: number;
}

/** Answers and changes answers until told to stop; hands in when `submits`. */
export async function sitDown(device: Device, examId: string, random: SeededRandom, { pause, tries, lingering = 3 }: Habits, stopping: () => boolean, submits: boolean): Promise<void> {
  await insist(() => device.start(examId));
  /** Given up for now: what arrives late must not become current. */
  const late: Change[][] = [];
  const acknowledged: Change[] = [];
  while (!stopping()) {
    const changes = newChanges(device, random);
    if (await device.persist(changes, tries)) acknowledged.splice(0, acknowledged.length, ...changes);
    else late.push(changes);
    const dice = random.nextInt(100);
    if (dice < 8 && late.length > 0) await device.persist(late.shift() as Change[], 1);
    else if (dice < 10 && acknowledged.length > 0) await device.save(acknowledged);
    else if (dice < 11 && acknowledged.length > 0) await device.save([otherBody(device, acknowledged[0])]);
    else if (dice < 12) await device.takeover();
    // A request that lingers on its way: its answers are overtaken.
    else if (dice < 12 + lingering) late.push(newChanges(device, random));
    if (pause > 0) await sleep(pause * (0.5 + random.nextInt(100) / 100));
  }
  // Like a page that is left: what waits is sent until it is decided.
  await device.persist(device.questions.map((question) => device.change(question)), 400);
  // What lingered arrives last of all, and must not become current.
  for (const changes of late) await device.persist(changes, 40);
  if (submits) await insist(() => device.submit(), 400);
}

/** One to three questions, each once, as a page gathers them. */
function newChanges(device: Device, random: SeededRandom): Change[] {
  return random.shuffle(device.questions).slice(0, 1 + random.nextInt(device.questions.length)).map((question) => device.change(question));
}

/** The same number with another body: it must be refused. */
function otherBody(device: Device, { slot, writer, seq, chosen }: Change): Change {
  const { options } = device.questions.find((question) => question.slot === slot) ?? { options: [] };
  const other = options.find((option) => !chosen.includes(option)) as string;
  return { slot, writer, seq, chosen: other === undefined ? [] : [other] };
}
