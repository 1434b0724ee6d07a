import { describe, expect, it } from '@jest/globals';
import { type Actor, assignedObjects, isAllowed, isWithin, mayGrant, requireAllowed, scopeOf } from './policy.js';

const actor = (over: Partial<Actor>): Actor => ({ accountId: 'a', personId: 'p', sessionId: 's', locale: 'zh-CN', grants: [], assignments: [], ...over });
const unit = (path: string) => ({ paths: [path] });

describe('isWithin', () => {
  it.each([['s', 's', true], ['s.u1', 's', true], ['s.u10', 's.u1', false], ['s', 's.u1', false]])('%s within %s is %s', (path, root, expected) => {
    expect(isWithin(path, root)).toBe(expected);
  });
});

describe('isAllowed', () => {
  it('lets a grant act in its subtree and nowhere else', () => {
    const organizer = actor({ grants: [{ role: 'organizer', path: 's.u1' }] });
    expect(isAllowed(organizer, 'heat.confirm', unit('s.u1'))).toBe(true);
    expect(isAllowed(organizer, 'heat.confirm', unit('s.u1.d2'))).toBe(true);
    expect(isAllowed(organizer, 'heat.confirm', unit('s.u10'))).toBe(false);
    expect(isAllowed(organizer, 'heat.confirm', unit('s'))).toBe(false);
  });

  it('lets an assignment act on its object alone', () => {
    const judge = actor({ assignments: [{ role: 'judge', objectType: 'stage', objectId: '1' }] });
    expect(isAllowed(judge, 'panel.judge', { paths: [], objects: [{ type: 'stage', id: '1' }] })).toBe(true);
    expect(isAllowed(judge, 'panel.judge', { paths: [], objects: [{ type: 'stage', id: '2' }] })).toBe(false);
    expect(isAllowed(judge, 'panel.judge', { paths: [], objects: [{ type: 'heat', id: '1' }] })).toBe(false);
    expect(isAllowed(judge, 'panel.chief', { paths: [], objects: [{ type: 'stage', id: '1' }] })).toBe(false);
  });

  it('lets a candidate sit their own attempt and nobody else, whatever their grants', () => {
    expect(isAllowed(actor({}), 'attempt.sit', { paths: ['s.u1'], personId: 'p' })).toBe(true);
    expect(isAllowed(actor({ grants: [{ role: 'organizer', path: 's' }] }), 'attempt.sit', { paths: ['s.u1'], personId: 'q' })).toBe(false);
  });
});

describe('mayGrant', () => {
  const of = (role: 'system_admin' | 'security_admin' | 'audit_admin' | 'organizer', path = 's') => actor({ grants: [{ role, path }] });
  it.each([
    ['system_admin', 'organizer', true], ['system_admin', 'system_admin', true], ['system_admin', 'security_admin', false], ['system_admin', 'audit_admin', false],
    ['security_admin', 'supervisor', true], ['security_admin', 'system_admin', false], ['audit_admin', 'audit_admin', true], ['audit_admin', 'organizer', false],
    ['organizer', 'team_leader', false],
  ] as const)('%s makes %s: %s', (held, role, expected) => expect(mayGrant(of(held), role, 's.u1')).toBe(expected));

  it('stays within the own subtree', () => {
    expect(mayGrant(of('system_admin', 's.u1'), 'organizer', 's.u1.d2')).toBe(true);
    expect(mayGrant(of('system_admin', 's.u1'), 'organizer', 's')).toBe(false);
  });
});

describe('requireAllowed', () => {
  it('hides what may not be seen and refuses what may be seen', () => {
    const supervisor = actor({ grants: [{ role: 'supervisor', path: 's' }] });
    expect(() => requireAllowed(supervisor, 'exam.write', unit('s.u1'))).toThrow('access.denied');
    expect(() => requireAllowed(actor({}), 'exam.write', unit('s.u1'))).toThrow('object.not_found');
  });
});

describe('scopeOf', () => {
  it('keeps the widest subtrees of the roles that allow the action', () => {
    const many = actor({ grants: [{ role: 'organizer', path: 's.u1.d1' }, { role: 'organizer', path: 's.u1' }, { role: 'leader', path: 's' }] });
    expect(scopeOf(many, 'paper.read')).toEqual({ paths: ['s.u1'] });
    expect(scopeOf(many, 'exam.read')).toEqual({ paths: ['s'] });
    expect(scopeOf(actor({}), 'exam.read')).toEqual({ paths: [] });
  });

  it('names the objects of assignments apart', () => {
    const invigilator = actor({ assignments: [{ role: 'invigilator', objectType: 'exam', objectId: 'e' }] });
    expect(assignedObjects(invigilator, 'exam.read', 'exam')).toEqual(['e']);
    expect(assignedObjects(invigilator, 'exam.write', 'exam')).toEqual([]);
  });
});
