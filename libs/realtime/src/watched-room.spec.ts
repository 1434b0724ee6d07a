import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Logger } from '#lib/observability';
import type { RoomNews } from './live-views.service.js';
import { WatchedRoom } from './watched-room.js';

let stored: number;
let views: number;
let told: RoomNews[];
let failing: boolean;
const logger = { warn: () => undefined } as unknown as Logger;

function room(withView = true): WatchedRoom {
  const view = async (): Promise<object> => {
    views += 1;
    if (failing) throw new Error('no database');
    return { of: stored };
  };
  return new WatchedRoom('board:1', async () => stored, withView ? view : undefined, (news) => told.push(news), logger);
}

beforeEach(() => {
  [stored, views, told, failing] = [5, 0, [], false];
  jest.useFakeTimers();
});
afterEach(() => { jest.useRealTimers(); });

describe('a watched room', () => {
  it('begins where the database is and tells every step from there', async () => {
    const board = room();
    expect(await board.join()).toBe(5);
    board.raise(stored = 6);
    await jest.advanceTimersByTimeAsync(1);
    board.raise(stored = 7);
    await jest.advanceTimersByTimeAsync(100);
    expect(told.map(({ message }) => message)).toEqual([{ room: 'board:1', from: 5, to: 6, view: { of: 6 } }, { room: 'board:1', from: 6, to: 7, view: { of: 7 } }]);
  });

  it('makes one reading of a burst', async () => {
    const board = room();
    await board.join();
    for (let revision = 6; revision <= 40; revision += 1) {
      board.raise(stored = revision);
      await jest.advanceTimersByTimeAsync(2);
    }
    await jest.advanceTimersByTimeAsync(200);
    expect(views).toBeLessThanOrEqual(3);
    expect(told.at(-1)).toMatchObject({ message: { to: 40 } });
    told.slice(1).forEach((news, index) => expect((news.message as { from: number }).from).toBe(told[index].message.to));
  });

  it('does not forget a change that is heard of while the revision is being read', async () => {
    let release = (): void => undefined;
    const slow = new WatchedRoom('board:1', async () => {
      const read = stored;
      if (views === 0 && read > 5) await new Promise<void>((resume) => { release = resume; });
      return read;
    }, async () => { views += 1; return {}; }, (news) => told.push(news), logger);
    await slow.join();
    slow.raise(stored = 6);
    await jest.advanceTimersByTimeAsync(1);
    slow.raise(stored = 7);
    release();
    await jest.advanceTimersByTimeAsync(300);
    expect(told.map(({ message }) => message.to)).toEqual([6, 7]);
  });

  it('does not repeat old news', async () => {
    const board = room();
    await board.join();
    board.raise(5);
    board.raise(3);
    board.raise(9);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual([]);
  });

  it('tells the revision alone when everyone has a view of their own', async () => {
    const desk = room(false);
    await desk.join();
    desk.raise(8);
    await jest.advanceTimersByTimeAsync(100);
    expect(told).toEqual([{ event: 'revision.raised', message: { room: 'board:1', to: 8 } }]);
  });

  it('tries again when the view cannot be read, and says nothing once it is closed', async () => {
    const board = room();
    await board.join();
    failing = true;
    board.raise(stored = 6);
    await jest.advanceTimersByTimeAsync(500);
    failing = false;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(told).toHaveLength(1);
    board.raise(stored = 7);
    board.close();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(told).toHaveLength(1);
  });
});
