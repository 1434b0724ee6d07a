import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { sniffFile } from './sniff-file.js';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const text = (content: string): Buffer => Buffer.from(content, 'utf8');
const types = text('<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>');

describe('what a file is', () => {
  it.each<[string, Uint8Array, string, string | null]>([
    ['a picture', png, 'image/png', 'image'], ['a PDF', text('%PDF-1.7\n%âãÏÓ'), 'application/pdf', 'document'], ['a text', text('第一条 一。\n'), 'text/plain', 'document'],
    ['a film', Buffer.concat([Buffer.from([0, 0, 0, 24]), text('ftypmp42'), Buffer.alloc(12)]), 'video/mp4', 'video'], ['a sound', Buffer.concat([text('RIFF'), Buffer.alloc(4), text('WAVEfmt ')]), 'audio/wav', 'audio'],
    ['a letter', zipSync({ '[Content_Types].xml': types, 'word/document.xml': text('<w/>') }), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'document'],
    ['an archive', zipSync({ 'x.exe': text('MZ') }), 'application/zip', null], ['a program', Buffer.concat([text('MZ'), Buffer.alloc(200)]), 'application/x-msdownload', null],
    ['a drawing', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'application/octet-stream', null], ['a drawing with a prologue', text('<?xml version="1.0"?><svg/>'), 'application/xml', null],
    ['a page', text(' <!DOCTYPE html><script>1</script>'), 'application/octet-stream', null], ['noise', Buffer.from([1, 2, 3, 4]), 'application/octet-stream', null], ['nothing', Buffer.alloc(0), 'application/octet-stream', null],
  ])('is told by its content: %s', async (_, content, mediaType, kind) => {
    const sniffed = await sniffFile(Readable.from([content]));
    expect(sniffed).toMatchObject({ mediaType, kind });
    expect((await buffer(sniffed.source)).equals(content)).toBe(true);
  });

  it('leaves a large file whole, in whatever pieces it comes', async () => {
    const content = Buffer.concat([png, Buffer.alloc(300_000, 7)]);
    const pieces = Array.from({ length: 301 }, (_, index) => content.subarray(index * 1_000, (index + 1) * 1_000));
    const { kind, source } = await sniffFile(Readable.from(pieces));
    expect(kind).toBe('image');
    expect((await buffer(source)).equals(content)).toBe(true);
  });

  it('breaks off with its source', async () => {
    const broken = Readable.from((async function* () {
      yield Buffer.concat([png, Buffer.alloc(100_000)]);
      throw new Error('gone');
    })());
    await expect(buffer((await sniffFile(broken)).source)).rejects.toThrow('gone');
  });
});
