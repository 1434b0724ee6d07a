import { useMemo, useRef } from 'react';
import type { AttemptView } from '#lib/contracts';
import type { HandIn, HandedIn } from '../question/file-field.js';
import { handInFile } from './hand-in-file.js';

/** Files handed in to this attempt; those of an earlier page are known by id alone. */
export function useHandIn({ id: attemptId }: AttemptView): HandIn {
  const handed = useRef(new Map<string, HandedIn>());
  return useMemo(() => ({
    put: async (file, onProgress) => {
      const stored = await handInFile(attemptId, file, onProgress);
      handed.current.set(stored.id, stored);
      return stored;
    },
    nameOf: (id) => handed.current.get(id)?.name ?? null,
    hrefOf: (id) => `/api/v1/attempts/${attemptId}/files/${id}`,
  }), [attemptId]);
}
