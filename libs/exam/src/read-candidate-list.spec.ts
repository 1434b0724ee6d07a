import { describe, expect, it } from '@jest/globals';
import { readCandidateList } from './read-candidate-list.js';

describe('readCandidateList', () => {
  it('finds its columns by their headings, whatever stands around them', () => {
    expect(readCandidateList('\uFEFF姓名,工号,场次\r\n"张三","10001",2\r\n\r\n李四,１０００２,\r\n')).toEqual({
      rows: [{ line: 2, staffNumber: '10001', sitting: 2 }, { line: 4, staffNumber: '10002', sitting: null }], problems: [],
    });
  });

  it('takes the first column without a heading', () => {
    expect(readCandidateList('10001\n10002\t张三').rows.map(({ staffNumber }) => staffNumber)).toEqual(['10001', '10002']);
  });

  it('names what is empty, stands twice or asks for no sitting', () => {
    const { rows, problems } = readCandidateList('工号,场次\n,1\n10001,\n10001,\n10002,上午');
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([{ line: 2, staffNumber: '', code: 'empty' }, { line: 4, staffNumber: '10001', code: 'duplicate' }, { line: 5, staffNumber: '10002', code: 'sitting_unknown' }]);
  });

  it('is empty for an empty text', () => {
    expect(readCandidateList('\n\n')).toEqual({ rows: [], problems: [] });
  });
});
