import type { Id, Instant, Title } from './wire.js';
import type { OrgUnitRef } from './people.js';

export interface ReferenceListItem {
  id: Id;
  title: Title;
  articles: number;
  orgUnit: OrgUnitRef;
  updatedAt: Instant;
}

/** One article (条) of a regulation, under its chapter (章). */
export interface ReferenceArticle {
  id: Id;
  ordinal: number;
  chapter: string | null;
  label: string;
  text: string;
}

export interface ReferenceView extends ReferenceListItem {
  articleList: ReferenceArticle[];
}

/** POST /api/v1/references: Markdown or plain text with 第…章 and 第…条. */
export interface WriteReference {
  orgUnitId: Id;
  title: Title;
  text: string;
}

/** POST /api/v1/references/read-file (multipart `file`: PDF, Markdown, plain text): nothing is stored; the text goes to the preview and is stored from there. */
export interface ReferenceFile {
  format: 'pdf' | 'text';
  /** Its first line, as a proposal. */
  title: string;
  text: string;
  articles: number;
}
