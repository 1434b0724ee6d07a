import { describe, expect, it } from '@jest/globals';
import { changed, newRules, toRanges, toRules } from './rules-draft.js';

describe('the draft of the rules', () => {
  it('leaves an access code alone unless one is typed or taken away', () => {
    expect(toRules(newRules())).not.toHaveProperty('accessCode');
    expect(toRules({ ...newRules(), accessCode: ' AB12 ' })).toMatchObject({ accessCode: 'AB12' });
    expect(toRules({ ...newRules(), accessCode: 'AB12', clearCode: true })).toMatchObject({ accessCode: null });
  });

  it('reads ranges by line, comma or blank', () => {
    expect(toRanges('10.1.0.0/16\n fd00::/8，10.2.0.0/16\n\n')).toEqual(['10.1.0.0/16', 'fd00::/8', '10.2.0.0/16']);
  });

  it('names only what was changed', () => {
    const before = toRules(newRules());
    expect(changed(toRules({ ...newRules(), passMark: '60', ranges: '10.0.0.0/8' }), before)).toEqual({ passMark: '60', addressRanges: ['10.0.0.0/8'] });
    expect(changed(before, toRules(newRules()))).toEqual({});
  });
});
