import { useCallback, useEffect, useRef, useState } from 'react';
import type { WriteCandidateNote } from '#lib/contracts';
import { examApi } from './exam-api.js';

export interface ArticleNotes {
  of: ReadonlyMap<string, WriteCandidateNote & { articleId: string }>;
  write: (articleId: string, note: WriteCandidateNote) => void;
  /** The candidate looks at it. */
  opened: (articleId: string) => void;
}

const retryMs = 4_000;
const togetherMs = 2_000;

/** A candidate's notes and bookmarks, kept by the server and so on every device; what could not be sent yet is tried again. What is opened is told, a few together. */
export function useArticleNotes(attemptId: string): ArticleNotes {
  const [notes, setNotes] = useState<ArticleNotes['of']>(new Map());
  const unsent = useRef(new Map<string, WriteCandidateNote>());
  const openings = useRef<string[]>([]);
  const last = useRef<string | null>(null);

  useEffect(() => {
    let gone = false;
    const load = (): void => void examApi.notes(attemptId).then((found) => {
      if (!gone) setNotes((own) => new Map([...found.map((note): [string, typeof note] => [note.articleId, note]), ...[...own].filter(([id]) => unsent.current.has(id))]));
    }, () => { if (!gone) setTimeout(load, retryMs); });
    load();
    const timer = setInterval(() => {
      for (const [articleId, note] of unsent.current) void examApi.writeNote(attemptId, articleId, note).then(() => { if (unsent.current.get(articleId) === note) unsent.current.delete(articleId); }, () => undefined);
      const batch = openings.current.splice(0, 50);
      if (batch.length > 0) void examApi.open(attemptId, batch).catch(() => openings.current.unshift(...batch));
    }, togetherMs);
    return () => { gone = true; clearInterval(timer); };
  }, [attemptId]);

  const write = useCallback((articleId: string, note: WriteCandidateNote): void => {
    unsent.current.set(articleId, note);
    setNotes((before) => new Map(before).set(articleId, { ...note, articleId }));
  }, []);
  const opened = useCallback((articleId: string): void => {
    if (last.current === articleId) return;
    last.current = articleId;
    openings.current.push(articleId);
  }, []);
  return { of: notes, write, opened };
}
