import { Decimal } from '#lib/kernel';
import { trimMarks } from '#lib/rules';

export interface SheetTotal {
  seat: number;
  total: string;
}

export interface PanelResult {
  /** The exact mean of the judges' totals that count; null while too few are there. */
  exact: Decimal | null;
  dropped: ReadonlyMap<number, 'high' | 'low' | null>;
  /** The highest total minus the lowest. */
  spread: Decimal | null;
}

/** The score of one performance: the highest and lowest judges' totals dropped by count, the rest averaged exactly. By seat, so that the order of arrival changes nothing. */
export function scoreSheets(sheets: readonly SheetTotal[], judges: number, { dropHigh, dropLow }: { dropHigh: number; dropLow: number }): PanelResult {
  const ordered = [...sheets].sort((a, b) => a.seat - b.seat);
  const totals = ordered.map(({ total }) => Decimal.of(total));
  const spread = totals.length > 0 ? totals.reduce((a, b) => Decimal.max(a, b)).sub(totals.reduce((a, b) => Decimal.min(a, b))) : null;
  if (judges === 0 || ordered.length < judges) return { exact: null, dropped: new Map(), spread };
  const trimmed = trimMarks(totals, { high: dropHigh, low: dropLow });
  const dropped = new Map(trimmed.map(({ kept }, index) => [ordered[index].seat, kept === 'dropped-high' ? 'high' as const : kept === 'dropped-low' ? 'low' as const : null]));
  return { exact: Decimal.mean(trimmed.filter(({ kept }) => kept === 'counted').map(({ mark }) => mark)), dropped, spread };
}
