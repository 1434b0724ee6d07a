import { uploadFile } from '../api/upload.js';
import type { HandedIn } from '../question/file-field.js';

/** Sends a file to an attempt; only the answer that names it hands it in. */
export async function handInFile(attemptId: string, file: File, onProgress: (share: number) => void): Promise<HandedIn> {
  const { id } = await uploadFile<{ id: string }>(`/attempts/${attemptId}/files`, file, file.name, onProgress);
  return { id, name: file.name, size: file.size };
}
