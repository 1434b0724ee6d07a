import { Injectable } from '@nestjs/common';
import type { ReviewPolicy } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { type Actor, inScope, scopeOf } from '#lib/identity';
import { assetsOfContent, type SealedForm, visibleQuestions } from '#lib/question-bank';
import { readAsset } from '#lib/storage';
import type { EntityManager } from 'typeorm';
import type { SentFile } from './attempt-files.service.js';
import { isOpen } from './attempt-result.js';
import { notFound } from './attempt-view.js';
import type { StoredForm } from './draw-form.js';
import { FrozenPapers } from './frozen-papers.js';

interface OwnForm {
  id: string;
  candidate_id: string;
  paper_version_id: string;
  content: StoredForm | SealedForm;
  state: string;
  review_policy: ReviewPolicy;
  now: Date;
}

const kept = 2_000;

/** Who may read a file, by what it is used for. */
@Injectable()
export class ReadableAssets {
  /** What the questions of a form show; a form never changes. */
  private readonly shownBy = new Map<string, Promise<ReadonlySet<string>>>();

  constructor(private readonly transactions: Transactions, private readonly papers: FrozenPapers) {}

  /**
   * A file for those who uploaded it, who may read a question that shows it, who sit a form with such a question now or may review it after release,
   * and who mark the attempt it was handed in for. For everybody else it does not exist.
   */
  async find(actor: Actor, assetId: string): Promise<SentFile> {
    const { reader } = this.transactions;
    const asset = await readAsset(reader, assetId);
    if (!asset) throw notFound();
    const uploaded = !actor.exam && asset.uses.some(({ objectType, objectId }) => objectType === 'upload' && objectId === actor.personId);
    const readable = uploaded || await seesQuestion(reader, actor, assetId) || await marksAttempt(reader, actor, assetId) || await this.sitsForm(reader, actor, assetId);
    if (!readable) throw notFound();
    return { sha256: asset.sha256, size: asset.size, mediaType: asset.mediaType };
  }

  private async sitsForm(reader: EntityManager, actor: Actor, assetId: string): Promise<boolean> {
    // A session begun in the hall has its one exam, and no other.
    const forms = await reader.query<OwnForm[]>(
      `SELECT f.id, f.candidate_id, e.paper_version_id, f.content, kaosai.effective_state(a.state, a.closes_at, kaosai.clock()) AS state, e.review_policy, kaosai.clock() AS now
       FROM attempt a JOIN form f ON f.id = a.form_id JOIN exam e ON e.id = a.exam_id
       WHERE a.person_id = $1 AND ($2::uuid IS NULL OR a.exam_id = $2) AND (kaosai.effective_state(a.state, a.closes_at, kaosai.clock()) IN ('in_progress', 'paused') OR a.state = 'released') ORDER BY a.started_at DESC LIMIT 50`, [actor.personId, actor.exam?.id ?? null]);
    for (const form of forms.filter(mayLook)) if ((await this.shown(reader, form)).has(assetId)) return true;
    return false;
  }

  private shown(reader: EntityManager, form: OwnForm): Promise<ReadonlySet<string>> {
    let shown = this.shownBy.get(form.id);
    if (!shown) {
      shown = this.readShown(reader, form);
      this.shownBy.set(form.id, shown);
      shown.catch(() => this.shownBy.delete(form.id));
      if (this.shownBy.size > kept) this.shownBy.delete(this.shownBy.keys().next().value as string);
    }
    return shown;
  }

  private async readShown(reader: EntityManager, { paper_version_id: paperVersionId, candidate_id: candidateId, content }: OwnForm): Promise<ReadonlySet<string>> {
    const contents = await this.papers.contentsOf(reader, await this.papers.form(reader, paperVersionId, candidateId, content));
    return new Set([...contents.values()].flatMap(assetsOfContent));
  }
}

/** While it goes on, and after release as far as the questions may be reviewed. */
function mayLook({ state, review_policy: policy, now }: OwnForm): boolean {
  return state !== 'released' || isOpen(policy.responses, now) || isOpen(policy.keys, now) || isOpen(policy.explanations, now);
}

async function seesQuestion(reader: EntityManager, actor: Actor, assetId: string): Promise<boolean> {
  const params: unknown[] = [assetId];
  const rows = await reader.query<unknown[]>(
    `SELECT 1 FROM asset_use s JOIN question_version v ON v.id = s.object_id JOIN question q ON q.id = v.question_id JOIN org_unit u ON u.id = q.org_unit_id
     WHERE s.asset_id = $1 AND s.object_type = 'question_version' AND ${visibleQuestions(actor, params)} LIMIT 1`, params);
  return rows.length > 0;
}

async function marksAttempt(reader: EntityManager, actor: Actor, assetId: string): Promise<boolean> {
  const params: unknown[] = [assetId];
  const rows = await reader.query<unknown[]>(
    `SELECT 1 FROM asset_use s JOIN attempt a ON a.id = s.object_id JOIN exam e ON e.id = a.exam_id JOIN org_unit u ON u.id = e.org_unit_id
     WHERE s.asset_id = $1 AND s.object_type = 'attempt' AND ${inScope(scopeOf(actor, 'exam.mark'), 'u.path', params)} LIMIT 1`, params);
  return rows.length > 0;
}
