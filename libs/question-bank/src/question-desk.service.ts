import { Injectable } from '@nestjs/common';
import type { BulkQuestions, FieldProblem, FindSimilar, OperationView, PreviewQuestion, QuestionKey, QuestionPreview, SimilarQuestion } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { type Action, type Actor, scopeOf } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { OperationsService } from '#lib/queue';
import { checkQuestion } from './check-question.js';
import { findSimilar } from './find-similar.js';
import { previewQuestion } from './question-preview.js';

/** What an author's desk offers beside writing: a look as the candidate has it, near-duplicates, and the same act on many questions. */
@Injectable()
export class QuestionDesk {
  constructor(private readonly transactions: Transactions, private readonly operations: OperationsService) {}

  /** Stores nothing; for everybody who reads the bank somewhere, as it shows only what was sent. */
  preview(actor: Actor, input: PreviewQuestion): QuestionPreview {
    requireSomewhere(actor, 'question.read');
    return previewQuestion(input);
  }

  /** Questions that read almost like this one, among those the actor may see. @throws DomainError `request.invalid` for a content without its shape. */
  async similar(actor: Actor, { content, excludeId }: FindSimilar): Promise<SimilarQuestion[]> {
    requireSomewhere(actor, 'question.read');
    const errors = shapeProblems(content);
    if (errors.length > 0) throw new DomainError('request.invalid', {}, { errors });
    return findSimilar(this.transactions.reader, actor, content, excludeId);
  }

  /**
   * Starts the same act on many questions, each by itself: those that it is refused for are listed with the reason, the others are done.
   * @throws DomainError `request.invalid` when the act lacks what it needs.
   */
  async bulk(actor: Actor, input: BulkQuestions): Promise<OperationView> {
    requireSomewhere(actor, input.act === 'approve' || input.act === 'return' ? 'question.review' : 'question.write');
    const missing = missingField(input);
    if (missing) throw new DomainError('request.invalid', {}, { errors: [{ path: missing, code: `${missing}.invalid` }] });
    const work: BulkQuestions = { ...input, ids: [...new Set(input.ids)] };
    return this.transactions.run((manager) => this.operations.create(manager, { kind: 'question.bulk', input: { ...work }, createdBy: actor.personId, total: work.ids.length }));
  }
}

/** An act that names no object: allowed to whoever may do it anywhere. */
function requireSomewhere(actor: Actor, action: Action): void {
  if (scopeOf(actor, action).paths.length === 0) throw new DomainError('access.denied', {}, { kind: 'forbidden' });
}

function missingField({ act, categoryId, tags, note }: BulkQuestions): 'categoryId' | 'tags' | 'note' | null {
  if (act === 'move' && !categoryId) return 'categoryId';
  if ((act === 'tag' || act === 'untag') && !tags?.length) return 'tags';
  return act === 'return' && !note?.trim() ? 'note' : null;
}

const shape = new Set(['question.kind_unknown', 'question.not_a_text', 'question.not_a_list', 'question.nested', 'question.too_large', 'question.too_many']);

/** What keeps a content's text from being read; one that is being written may lack much else. */
function shapeProblems(content: FindSimilar['content']): FieldProblem[] {
  return checkQuestion({ content, key: { kind: content.kind } as QuestionKey }).filter(({ path, code }) => path.startsWith('content') && shape.has(code));
}
