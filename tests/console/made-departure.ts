import type { DayDeparture } from '@tongcheng/shared/coaches/officials-api';
import { sampleAt, sampleId } from './samples';

/** Numbers of a departure that left with three passengers fewer registered than were aboard. */
export const figures = {
  ...{ aboard: 34, registered: 31, missing: 3, over: 0, onLeaving: 31, byStaff: 2 },
  ...{ present: 0, absent: 0, added: 0, unseen: 31 },
};

/** A departure as officials see it, incomplete unless told otherwise. */
export const departure = (more: Partial<DayDeparture> = {}): DayDeparture => ({
  ...{ departureId: sampleId(sampleAt), city: '420100', day: '2026-11-20', phase: 'departed', departsAt: sampleAt },
  ...{ service: 'line', serviceNumber: 'K7', origin: { name: '金家墩客运站' }, destination: { name: '宜昌' } },
  ...{
    plate: '鄂A1***5',
    figures,
    standing: 'incomplete',
    complete: false,
    aboardSaid: [],
    coaches: 1,
    unfitting: 0,
  },
  ...((more.standing ?? 'incomplete') === 'incomplete' && { lacks: 'registrations' as const }),
  ...more,
});
