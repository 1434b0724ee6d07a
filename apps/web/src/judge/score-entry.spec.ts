import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inCapitals, inEnglish } from './number-words.js';
import { decimalsOf, faultOf, fractionKey, pressKey, showMark, stepMark, totalOf, toWire } from './score-entry.js';

const range = { max: '25', step: '0.5' };
const type = (keys: string[], start = '', within = range): string => keys.reduce((text, key, index) => pressKey(text, key, within, index === 0 && start !== ''), start);

describe('the keypad', () => {
  it.each([
    [['2', '2', '.5'], '', '22.5'],
    [['2', '2', '.5', '.5'], '', '22'],
    [['1'], '18.0', '1'],
    [['back'], '18.0', ''],
    [['.5'], '', '0.5'],
    [['2', '2', '2'], '', '22'],
    [['0', '7'], '', '7'],
    [['1', '.5', '5'], '', '1.5'],
  ])('types %j over %j as %j', (keys, start, text) => {
    expect(type(keys, start)).toBe(text);
  });

  it('offers the fraction that the step allows', () => {
    expect([fractionKey('0.5'), fractionKey('0.1'), fractionKey('1'), fractionKey('0.25')]).toEqual(['.5', '.', null, '.']);
    expect([decimalsOf('0.50'), decimalsOf('1.0'), decimalsOf('0.25')]).toEqual([1, 0, 2]);
  });

  it('steps exactly and stays within the range', () => {
    expect([stepMark('', 1, range), stepMark('22', 1, range), stepMark('25', 1, range), stepMark('0', -1, range), stepMark('0.5', -1, range)]).toEqual(['0.5', '22.5', '25.0', '0.0', '0.0']);
  });

  it('says what is wrong', () => {
    expect(['', '25.5', '22.3', '22.5', '22.', '0'].map((text) => faultOf(text, range))).toEqual(['empty', 'too_high', 'off_step', null, null, null]);
  });

  it('adds up exactly and writes plain decimals', () => {
    expect(totalOf(['18', '36.5', '', '12.5']).toString()).toBe('67');
    expect(totalOf(['0.1', '0.2']).toString()).toBe('0.3');
    expect([toWire('18.'), toWire('18.0'), showMark('18', '0.5')]).toEqual(['18', '18', '18.0']);
  });

  it('never types what is not a mark once it is free of faults', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('0', '1', '2', '5', '9', '.5', 'back'), { maxLength: 12 }), (keys) => {
      const text = type(keys);
      if (faultOf(text, range) === null) expect(Number(toWire(text)) * 2 % 1).toBe(0);
    }));
  });
});

describe('a score in words', () => {
  it.each([
    ['89.0', '捌拾玖分整', 'eighty-nine'],
    ['89.5', '捌拾玖点伍分', 'eighty-nine point five'],
    ['100', '壹佰分整', 'one hundred'],
    ['105.25', '壹佰零伍点贰伍分', 'one hundred and five point two five'],
    ['10', '壹拾分整', 'ten'],
    ['0', '零分整', 'zero'],
    ['1010', '壹仟零壹拾分整', 'one thousand ten'],
  ])('%s', (score, zh, en) => {
    expect([inCapitals(score), inEnglish(score)]).toEqual([zh, en]);
  });
});
