import { describe, expect, it } from '@jest/globals';
import type { AwardView, EditionView, HeatState, HeatSummary, StageSummary, TierView } from '#lib/contracts';
import { judgedStagesToCheck, nextActs, presentTier, tieIsOpen } from './next-acts.js';

const exam = { id: 'x', title: { zh: '笔试' }, state: 'ready', mode: 'open', opensAt: '2026-01-01T00:00:00Z' } as const;
const stage = (part: Partial<StageSummary> = {}): StageSummary => ({ id: 's', ordinal: 1, kind: 'exam', title: { zh: '笔试' }, weight: '100', exam, results: { scored: 0, total: 0 }, ...part });
const heat = (id: string, state: HeatState, entries = 3, stages = [stage()]): HeatSummary => ({ id, state, entries, stages }) as HeatSummary;
const tier = (heats: HeatSummary[], advancedAt: string | null = null): TierView => ({ id: heats[0].id, level: 1, kind: 'unit', title: { zh: '初赛' }, heats, advancedAt }) as TierView;
const advanced = '2026-02-01T00:00:00Z';
const acts = (tiers: TierView[], awards: AwardView[] = [], unpanelled: string[] = []) => nextActs({ tiers, awards } as EditionView, new Set(unpanelled)).map(({ kind }) => kind);
const empty = tier([heat('final', 'setup', 0)]);

describe('what the organizer has to do next', () => {
  it('asks for lists in the first tier only', () => {
    expect(acts([tier([heat('a', 'setup', 0)]), empty])).toEqual(['enter']);
    expect(acts([tier([heat('a', 'published')], advanced), empty])).toEqual([]);
  });

  it('asks to schedule for the people who wait, heat by heat of one stage', () => {
    const open = stage({ exam: null });
    const found = nextActs({ tiers: [tier([heat('a', 'setup', 3, [open]), heat('b', 'setup', 2, [open]), heat('c', 'setup', 0, [open])]), empty], awards: [] } as unknown as EditionView, new Set());
    expect(found).toMatchObject([{ kind: 'enter', heats: [{ id: 'c' }] }, { kind: 'schedule', people: 5 }]);
  });

  it('asks for a panel where people wait for one', () => {
    const judged = stage({ id: 'judged', kind: 'judged', exam: null });
    expect(acts([tier([heat('a', 'setup', 2, [judged])])], [], ['judged'])).toEqual(['panel']);
    expect(acts([tier([heat('a', 'setup', 2, [judged])])])).toEqual([]);
    expect(acts([tier([heat('a', 'published', 2, [judged])], advanced), empty], [], ['judged'])).toEqual([]);
  });

  it('confirms what is in, advances when every heat with people is confirmed, then publishes', () => {
    expect(acts([tier([heat('a', 'provisional'), heat('b', 'confirmed')]), empty])).toEqual(['confirm']);
    expect(acts([tier([heat('a', 'confirmed'), heat('b', 'confirmed')]), empty])).toEqual(['advance']);
    expect(acts([tier([heat('a', 'confirmed'), heat('b', 'published')], advanced), empty])).toEqual(['publish']);
  });

  it('grants the awards once, after the last tier', () => {
    expect(acts([tier([heat('a', 'confirmed')])])).toEqual(['award', 'publish']);
    expect(acts([tier([heat('a', 'published')])], [{} as AwardView])).toEqual([]);
  });

  it('puts trouble first', () => {
    expect(acts([tier([heat('a', 'failed'), heat('b', 'provisional')]), empty])).toEqual(['failed', 'confirm']);
  });

  it('leaves a tie to decide from the last result until the tier advances', () => {
    const open = (state: HeatState, at: string | null = null) => tieIsOpen(tier([heat('a', state)], at), heat('a', state));
    expect((['running', 'provisional', 'confirmed', 'published'] as const).map((state) => open(state))).toEqual([false, true, true, true]);
    expect(open('published', advanced)).toBe(false);
  });

  it('knows the tier that is being run and the stages whose panel is worth asking for', () => {
    const first = tier([heat('a', 'published')], advanced);
    const judged = stage({ id: 'judged', kind: 'judged' });
    const scored = stage({ id: 'scored', kind: 'judged', results: { scored: 1, total: 3 } });
    const last = tier([heat('b', 'running', 3, [stage(), judged, scored]), heat('c', 'running', 0, [stage({ id: 'nobody', kind: 'judged' })])]);
    const edition = { tiers: [first, last] } as EditionView;
    expect(presentTier(edition)).toBe(last);
    expect(presentTier({ tiers: [first] } as EditionView)).toBe(first);
    expect(judgedStagesToCheck(edition)).toEqual([judged]);
  });
});
