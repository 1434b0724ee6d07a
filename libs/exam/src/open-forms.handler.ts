import { Injectable } from '@nestjs/common';
import { Transactions } from '#lib/database';
import { HandlesTopic, type TopicHandler } from '#lib/queue';
import { PaperVault, type SealedForm } from '#lib/question-bank';
import type { FormContent } from './draw-form.js';
import { countUse } from './store-forms.js';

const chunk = 50;

/** Puts the forms of a paper that is sealed no longer back in clear, in chunks with their own commit. Delivered again, it goes on where it was. */
@Injectable()
@HandlesTopic('paper.unsealed', { lane: 'long' })
export class OpenForms implements TopicHandler<{ paperId: string }> {
  constructor(private readonly transactions: Transactions, private readonly vault: PaperVault) {}

  async handle({ paperId }: { paperId: string }): Promise<void> {
    while (await this.openChunk(paperId) > 0);
    await this.transactions.run(async (manager) => {
      const exams = await manager.query<{ id: string }[]>('SELECT e.id FROM exam e JOIN paper_version v ON v.id = e.paper_version_id WHERE v.paper_id = $1 ORDER BY e.id', [paperId]);
      for (const { id } of exams) await countUse(manager, id);
    });
  }

  private async openChunk(paperId: string): Promise<number> {
    return this.transactions.run(async (manager) => {
      const rows = await manager.query<{ id: string; candidate_id: string; paper_version_id: string; content: SealedForm }[]>(
        `SELECT f.id, f.candidate_id, e.paper_version_id, f.content FROM form f JOIN exam e ON e.id = f.exam_id JOIN paper_version v ON v.id = e.paper_version_id
         WHERE v.paper_id = $1 AND f.content ? 'sealed' ORDER BY f.id LIMIT ${chunk} FOR NO KEY UPDATE OF f`, [paperId]);
      const forms = await Promise.all(rows.map(async (row) => ({ ...row, content: (await this.vault.openForm(manager, row.paper_version_id, row.candidate_id, row.content)) as unknown as FormContent })));
      await manager.query('UPDATE form SET content = f.content::jsonb FROM unnest($1::uuid[], $2::text[]) AS f (id, content) WHERE form.id = f.id', [forms.map(({ id }) => id), forms.map(({ content }) => JSON.stringify(content))]);
      return rows.length;
    });
  }
}
