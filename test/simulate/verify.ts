import type { Ack, AttemptView, BoardView, EditionView, EntryView, HeatSummary, RankExplanation, SaveAnswer, SheetView, StandingView } from '#lib/contracts';
import type { ExpectedRow } from './recompute.js';
import type { Ledger, SittingRecord } from './ledger.js';
import { inParallel, persist } from './patience.js';
import { show } from './progress.js';
import type { Contest } from './set-up.js';

/** Every acknowledged save is sent again: it must be known, with the same receipt; and the newest of each slot must be what the attempt shows. */
export async function verifySittings({ sittings }: Ledger, moved: readonly string[] = []): Promise<string[]> {
  let done = 0;
  const faults = await inParallel(sittings, 6, async (sitting) => {
    const found = await verifySitting(sitting, moved.includes(sitting.attemptId));
    show('核对每一次保存', 'every acknowledged save', done += 1, sittings.length);
    return found;
  });
  return faults.flat();
}

/** `partly`: the ledger holds what the last device saved alone. */
async function verifySitting({ player, attemptId, saves, submission }: SittingRecord, partly: boolean): Promise<string[]> {
  const faults: string[] = [];
  for (let from = 0; from < saves.length; from += 50) {
    const part = saves.slice(from, from + 50);
    const { acks } = await persist(() => player.client.post<SaveAnswer>(`/attempts/${attemptId}/saves`, { items: part.map(({ item }) => item) }));
    acks.forEach(({ outcome, receipt, slot, seq }, index) => { if (outcome !== 'replay' || receipt !== part[index].receipt) faults.push(`save ${attemptId} ${slot} ${seq}: ${outcome}`); });
  }
  const view = await persist(() => player.client.get<AttemptView>(`/attempts/${attemptId}`));
  const last = new Map(saves.map((save) => [save.item.slot, save]));
  for (const [slot, { receipt, item }] of last) {
    const present = view.responses.find((response) => response.slot === slot);
    if (present?.receipt !== receipt || present.body.chosen?.join() !== [...item.body.chosen ?? []].sort().join()) faults.push(`response ${attemptId} ${slot}`);
  }
  if (!partly && view.responses.length !== last.size) faults.push(`responses ${attemptId}: ${view.responses.length} instead of ${last.size}`);
  if (view.submission?.receipt !== submission.receipt) faults.push(`submission ${attemptId}`);
  return faults;
}

/** Every acknowledged sheet is sent again with its id: the first answer must come back. */
export async function verifySheets({ sheets }: Ledger): Promise<string[]> {
  const faults: string[] = [];
  const sockets = new Map(sheets.map(({ judge }) => [judge, judge.socket()]));
  for (const { judge, seat, command, answer } of sheets) {
    const again = await persist<SheetView | Ack<SheetView>>(() => sockets.get(judge)?.command('sheet.submit', command, 4_000) ?? Promise.reject(new Error('no socket')));
    const { id, total, version } = again as SheetView;
    if (id !== answer.id || total !== answer.total || version !== answer.version) faults.push(`sheet ${command.performanceId} seat ${seat}`);
  }
  for (const socket of sockets.values()) socket.close();
  return faults;
}

/** A heat's standing must be what the rules make of the ledger: totals, ranks and who advances; and its explanations must verify themselves. */
export async function verifyHeat({ organizer }: Contest, heat: HeatSummary, expected: readonly ExpectedRow[]): Promise<string[]> {
  const entries = await persist(() => organizer.get<EntryView[]>(`/heats/${heat.id}/entries`));
  const { rows } = await persist(() => organizer.get<StandingView>(`/heats/${heat.id}/standing`));
  const personOf = new Map(entries.map(({ id, person }) => [id, person.id]));
  const faults = rows.length === expected.length ? [] : [`standing ${heat.title.zh}: ${rows.length} rows instead of ${expected.length}`];
  for (const { entryId, total, rank, advance } of rows) {
    const line = expected.find(({ personId }) => personId === personOf.get(entryId));
    if (line?.total !== total || line.rank !== rank || line.advances !== (advance === 'advances')) {
      faults.push(`standing ${heat.title.zh}: ${JSON.stringify({ total, rank, advance })} instead of ${JSON.stringify(line)}`);
    }
  }
  const explanations = await inParallel(rows, 4, ({ entryId }) => persist(() => organizer.get<RankExplanation>(`/heats/${heat.id}/entries/${entryId}/explanation`)));
  return [...faults, ...explanations.filter(({ verified }) => !verified).map(({ entry }) => `explanation ${heat.title.zh} ${entry.startNumber} does not verify`)];
}

/** Who competes in a tier's heats must be exactly those who were to advance. */
export async function verifyAdvanced({ organizer }: Contest, edition: EditionView, level: number, expected: readonly string[]): Promise<string[]> {
  const entered = (await inParallel(edition.tiers[level].heats, 4, ({ id }) => persist(() => organizer.get<EntryView[]>(`/heats/${id}/entries`)))).flat().map(({ person }) => person.id);
  const same = entered.length === expected.length && new Set([...entered, ...expected]).size === entered.length;
  return same ? [] : [`advanced to ${edition.tiers[level].title.zh}: ${entered.length} instead of ${expected.length}`];
}

/** The public board shows the same totals and ranks. */
export async function verifyBoard({ organizer }: Contest, heat: HeatSummary): Promise<string[]> {
  const board = await persist(() => organizer.get<BoardView>(`/public/boards/${heat.id}`));
  const standing = await persist(() => organizer.get<StandingView>(`/heats/${heat.id}/standing`));
  const line = (row: { startNumber: number; total: string | null; rank: number | null }): string => `${row.startNumber} ${row.total} ${row.rank}`;
  return board.rows.map(line).sort().join() === standing.rows.map(line).sort().join() ? [] : [`board ${heat.title.zh}`];
}
