import { expect, it } from '@jest/globals';
import type { GrantRole } from '#lib/contracts';
import { rolesToGive } from './roles-to-give.js';

const orgUnit = { id: 'u', code: 'u', title: { zh: '省局' } };
const given = (...roles: GrantRole[]): GrantRole[] => rolesToGive({ grants: roles.map((role) => ({ role, orgUnit })) });

it('lets each kind of administrator make only its own, and audit administrators no others', () => {
  expect(given('system_admin')).toContain('organizer');
  expect(given('system_admin')).toContain('system_admin');
  expect(given('system_admin')).not.toContain('security_admin');
  expect(given('security_admin')).toEqual(expect.arrayContaining(['supervisor', 'security_admin']));
  expect(given('audit_admin')).toEqual(['audit_admin']);
  expect(given('organizer')).toEqual([]);
});
