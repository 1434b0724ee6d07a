import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the kernel's own tick is. */
const microsecondsPerTick = 10_000;
const kernelThreads = 2;

/**
 * The CPU time used so far, in µs: of each named process with everything it has started, of the kernel's own threads, and
 * of the whole machine.
 * @param {Record<string, number>} roots process ids by name
 */
export function readCpu(roots) {
  const processes = readProcesses();
  const [busy, idle, stolen] = readMachine();
  const used = Object.fromEntries(Object.entries({ ...roots, kernel: kernelThreads }).map(([name, pid]) => [name, treeTicks(processes, pid) * microsecondsPerTick]));
  return { at: performance.now(), used, busy: busy * microsecondsPerTick, idle: idle * microsecondsPerTick, stolen: stolen * microsecondsPerTick };
}

/** What was used between two readings; `foreign`: the share of the machine that was busy with anything else, 0 to 1. */
export function cpuBetween(before, after) {
  const used = Object.fromEntries(Object.keys(after.used).map((name) => [name, after.used[name] - before.used[name]]));
  const capacity = after.busy + after.idle + after.stolen - before.busy - before.idle - before.stolen;
  const ours = Object.values(used).reduce((sum, one) => sum + one, 0);
  return { seconds: (after.at - before.at) / 1_000, used, foreign: Math.max(0, after.busy - before.busy - ours) / capacity, stolen: (after.stolen - before.stolen) / capacity };
}

function treeTicks(processes, root) {
  const members = [root];
  let ticks = 0;
  for (const pid of members) {
    ticks += processes.get(pid)?.ticks ?? 0;
    for (const [child, { parent }] of processes) if (parent === pid) members.push(child);
  }
  return ticks;
}

/** Read again while processes end: one that is collected in between would count twice or not at all. */
function readProcesses() {
  for (let tries = 1; ; tries += 1) {
    const { processes, complete } = readOnce();
    const present = new Set(readdirSync('/proc'));
    if (tries === 10 || (complete && [...processes.keys()].every((pid) => present.has(String(pid))))) return processes;
  }
}

/** Own time and that of children that have ended and were collected: nothing is lost when a backend goes, nothing counts twice. */
function readOnce() {
  const processes = new Map();
  let complete = true;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      processes.set(Number(name), { parent: Number(fields[1]), ticks: [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0) });
    } catch {
      // It ended while we were looking.
      complete = false;
    }
  }
  return { processes, complete };
}

function readMachine() {
  const [user, nice, system, idle, waiting, interrupts, softInterrupts, stolen] = readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/).slice(1).map(Number);
  return [user + nice + system + interrupts + softInterrupts, idle + waiting, stolen];
}
