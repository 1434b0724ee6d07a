import { openDB } from 'idb';
import type { SubmitSheet } from '#lib/contracts';

/** A sheet that the judge has submitted and the server has not acknowledged. */
export interface PendingSheet {
  stageId: string;
  command: SubmitSheet;
  alias: string;
  total: string;
  submittedAt: number;
  /** How often it was sent; 0 means that it certainly never arrived. */
  tries: number;
}

/** What a judge has entered for a performance and not submitted. */
export interface Draft {
  marks: Record<string, string>;
  comment: string;
}

/** Keeps unacknowledged sheets on this tablet, oldest first. */
export interface JudgeStore {
  load(stageId: string): Promise<PendingSheet[]>;
  put(sheet: PendingSheet): Promise<void>;
  remove(commandId: string): Promise<void>;
}

const name = 'kaosai-judge';
const table = 'sheets';

/** IndexedDB; local storage where a browser denies it. */
export async function openJudgeStore(): Promise<JudgeStore> {
  try {
    const database = await openDB(name, 1, { upgrade: (db) => void db.createObjectStore(table) });
    return {
      load: async (stageId) => oldestFirst(((await database.getAll(table)) as PendingSheet[]).filter((sheet) => sheet.stageId === stageId)),
      put: async (sheet) => void (await database.put(table, sheet, sheet.command.commandId)),
      remove: (commandId) => database.delete(table, commandId),
    };
  } catch {
    return localJudgeStore();
  }
}

function localJudgeStore(): JudgeStore {
  const read = (): Record<string, PendingSheet> => JSON.parse(localStorage.getItem(name) ?? '{}') as Record<string, PendingSheet>;
  const write = (sheets: Record<string, PendingSheet>): void => localStorage.setItem(name, JSON.stringify(sheets));
  return {
    load: async (stageId) => oldestFirst(Object.values(read()).filter((sheet) => sheet.stageId === stageId)),
    put: async (sheet) => write({ ...read(), [sheet.command.commandId]: sheet }),
    remove: async (commandId) => {
      const { [commandId]: _, ...rest } = read();
      write(rest);
    },
  };
}

function oldestFirst(sheets: PendingSheet[]): PendingSheet[] {
  return sheets.sort((a, b) => a.submittedAt - b.submittedAt);
}

/** A draft outlives a reload, not more: it is forgotten when the sheet is submitted. */
export function loadDraft(performanceId: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(`kaosai-draft:${performanceId}`) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
}

export function saveDraft(performanceId: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(`kaosai-draft:${performanceId}`, JSON.stringify(draft));
    else localStorage.removeItem(`kaosai-draft:${performanceId}`);
  } catch {
    // Without storage a draft lasts as long as the page.
  }
}
