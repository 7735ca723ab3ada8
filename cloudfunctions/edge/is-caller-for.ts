import type { Access } from '@tongcheng/shared/access';
import type { Caller, CallerFor } from '@tongcheng/shared/caller';

/** Whether this caller may call what has this access row; denied unless a row allows. */
export function isCallerFor<A extends Access>(access: Access, caller: Caller): caller is CallerFor<A> {
  switch (access.who) {
    case 'anyone':
      return true;
    case 'rider':
      return caller.kind === 'rider';
    case 'staff':
      return caller.kind === 'staff' && access.roles.includes(caller.role);
    case 'official':
      return caller.kind === 'official' && caller.roles.some((role) => access.roles.includes(role));
    case 'device':
      return caller.kind === 'device' && access.kinds.includes(caller.deviceKind);
    case 'partner':
      return caller.kind === 'partner' && access.kinds.includes(caller.partnerKind);
  }
}
