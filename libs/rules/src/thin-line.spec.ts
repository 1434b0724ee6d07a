import { describe, expect, it } from '@jest/globals';
import { markResponse, rankStandings, scorePanel, scoreTeam, selectAdvancing } from './index.js';

describe('the main job, from a marked answer to the winner', () => {
  it('marks, ranks, advances, scores by a panel and finds the best team', () => {
    const paper = { kind: 'multiple', marks: '4', options: ['A', 'B', 'C', 'D'], correct: ['A', 'B'], rule: { name: 'partial', missing: '0.5' } } as const;
    const marked = { ann: markResponse(paper, { answer: ['B', 'A'] }), bo: markResponse(paper, { answer: ['A'] }), cy: markResponse(paper, { answer: ['A', 'C'] }) };
    expect(Object.values(marked).map(({ state, marks }) => `${state} ${marks}`)).toEqual(['right 4', 'partial 2', 'wrong 0']);

    const standings = rankStandings(Object.entries(marked).map(([id, { marks }]) => ({ id, values: { total: marks } })), { keys: [{ key: 'total', direction: 'desc' }] });
    expect(standings.map(({ id, rank }) => [id, rank])).toEqual([['ann', 1], ['bo', 2], ['cy', 3]]);

    const { advancing } = selectAdvancing([{ heatId: 'h', entries: standings }], { places: { top: 2 }, tie: 'exclude-all' });
    expect(advancing.map(({ id, by }) => [id, by])).toEqual([['ann', 'place'], ['bo', 'place']]);

    const judged = scorePanel(
      { sheets: ['9.5', '8', '8.5', '9', '6'].map((mark, index) => ({ judgeId: `j${index}`, marks: { skill: mark } })) },
      { criteria: [{ id: 'skill', min: 0, max: 10, step: '0.5' }], trim: { by: 'judge-total', high: 1, low: 1 }, rounding: { scale: 2, mode: 'half-up' } },
    );
    expect(judged.score.toString(2)).toBe('8.50');
    expect(judged.judges.map(({ kept }) => kept)).toEqual(['dropped-high', 'counted', 'counted', 'counted', 'dropped-low']);

    const team = scoreTeam([{ stageId: 's', members: [{ id: 'ann', value: '4' }, { id: 'bo', value: '2' }, { id: 'cy', value: null }] }], { best: 2, combine: 'sum', missing: 'skip' });
    expect(team.score?.toString()).toBe('6');
  });
});
