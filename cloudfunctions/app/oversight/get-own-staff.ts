import { scopeOfStaff } from '@tongcheng/shared/caller';
import type { getOwnStaff as endpoint } from '@tongcheng/shared/oversight/api';
import { StaffScopeRow } from '@tongcheng/shared/oversight/wire';
import { fail, ok } from '@tongcheng/shared/result';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import { staffMembers } from './staff-record';

/** Staff of any role read what they are registered as: role, operator, and where they may act. */
export const getOwnStaff: UseCase<typeof endpoint, { readonly store: DocumentStore }> = async ({ store }, caller) => {
  const staff = await store.get(staffMembers, caller.staffId);
  if (!staff) return fail('staff-unknown');
  const { _id, displayName, role, city, operatorId } = staff;
  return ok({
    staffId: _id,
    ...{ displayName, role, city },
    ...(operatorId !== undefined && { operatorId }),
    scope: StaffScopeRow.parse(scopeOfStaff(staff)),
  });
};
