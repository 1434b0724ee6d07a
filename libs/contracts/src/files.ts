import type { FileKind } from './question-content.js';
import type { Id } from './wire.js';

/** POST /api/v1/assets (authors) and POST /api/v1/attempts/{id}/files (candidates): multipart `file`; what it is is told by its content. */
export interface UploadedFile {
  id: Id;
  kind: FileKind;
  mediaType: string;
  /** In bytes. */
  size: number;
}
