import type { SessionView } from '#lib/contracts';
import type { IconName } from '../look/icon.js';
import { hasRole } from './session.js';

export type NavKey = 'home' | 'myExams' | 'judging' | 'questions' | 'papers' | 'references' | 'exams' | 'editions' | 'people' | 'boards' | 'audit';

export interface NavItem {
  key: NavKey;
  to: string;
  icon: IconName;
  /** Another entry of the web part: the browser loads it anew. */
  outside?: boolean;
}

/** What the side navigation offers to this person. It hides; only the server refuses. */
export function navigationOf(session: SessionView): { main: NavItem[]; supervision: NavItem[] } {
  const organizes = hasRole(session, 'organizer', 'system_admin', 'leader', 'supervisor', 'team_leader');
  const writes = hasRole(session, 'organizer', 'question_author', 'question_reviewer');
  const main: (NavItem | false)[] = [
    { key: 'home', to: '/', icon: 'home' },
    { key: 'myExams', to: '/exam/', icon: 'file', outside: true },
    hasRole(session, 'judge', 'chief_judge') && { key: 'judging', to: '/judge/', icon: 'scale', outside: true },
    writes && { key: 'questions', to: '/bank', icon: 'book' },
    writes && { key: 'papers', to: '/papers', icon: 'list' },
    writes && { key: 'references', to: '/references', icon: 'search' },
    organizes && { key: 'exams', to: '/exams', icon: 'cal' },
    organizes && { key: 'editions', to: '/competitions', icon: 'cup' },
    hasRole(session, 'organizer', 'system_admin', 'security_admin', 'team_leader') && { key: 'people', to: '/people', icon: 'users' },
    { key: 'boards', to: '/boards', icon: 'live' },
  ];
  const supervision: (NavItem | false)[] = [
    hasRole(session, 'audit_admin', 'supervisor') && { key: 'audit', to: '/audit', icon: 'shield' },
  ];
  return { main: main.filter(isItem), supervision: supervision.filter(isItem) };
}

function isItem(item: NavItem | false): item is NavItem {
  return item !== false;
}
