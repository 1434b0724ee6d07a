import { Injectable } from '@nestjs/common';
import { AppConfig } from '#lib/config';
import { DataSource } from 'typeorm';

export interface Readiness {
  ok: boolean;
  problems: string[];
}

/** A database that says nothing for so long, in ms, is as good as away. */
const patience = 1_500;

/** Refuses to be ready on a database that could lose an acknowledged save or let the app change history. */
@Injectable()
export class DatabaseReadiness {
  constructor(private readonly dataSource: DataSource, private readonly config: AppConfig) {}

  async check(): Promise<Readiness> {
    try {
      const [row] = await inTime(this.dataSource.query<Record<string, string | boolean>[]>(`SELECT
        current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit,
        current_setting('full_page_writes') AS full_page_writes,
        (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
        EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'kaosai' AND pg_get_userbyid(c.relowner) = current_user) AS owns_tables,
        has_table_privilege('kaosai.response_save', 'UPDATE') OR has_table_privilege('kaosai.response_save', 'DELETE')
          OR has_table_privilege('kaosai.audit_event', 'UPDATE') OR has_table_privilege('kaosai.audit_event', 'DELETE') AS can_rewrite,
        EXISTS (SELECT 1 FROM kaosai.paper_seal WHERE unsealed_at IS NULL) AS sealed,
        (SELECT prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'kaosai' AND p.proname = 'clock') AS clock`));
      const problems = [
        row.fsync !== 'on' && 'fsync is off',
        row.synchronous_commit === 'off' && 'synchronous_commit is off',
        row.full_page_writes !== 'on' && 'full_page_writes is off',
        row.superuser && 'the app connects as a superuser',
        row.owns_tables && 'the app owns its tables',
        row.can_rewrite && 'the app may rewrite saves or the audit log',
        row.sealed && !this.config.sealKey && 'papers are sealed and KAOSAI_SEAL_KEY is missing',
        this.config.environment === 'production' && String(row.clock).trim() !== 'SELECT clock_timestamp()' && 'kaosai.clock() is not the database clock',
      ].filter((problem): problem is string => Boolean(problem));
      return { ok: problems.length === 0, problems };
    } catch (error) {
      return { ok: false, problems: [`database: ${(error as Error).message}`] };
    }
  }
}

/** Who asks whether we are ready is answered within 2 s, whatever the database does. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let late: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => { late = setTimeout(() => reject(new Error('no answer')), patience); });
  return Promise.race([answer, silence]).finally(() => clearTimeout(late));
}
