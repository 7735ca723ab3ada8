import { diceOf } from '@tongcheng/city/chance';
import type { Point } from '@tongcheng/shared/rides/distance';
import type { Instant } from '@tongcheng/shared/time';
import type { MadeScan } from './made-scan';

/** What a phone sends of a scan, and when it arrives. */
export interface SentScan {
  readonly scannedAt: Instant;
  readonly receivedAt: Instant;
  readonly position?: Point & { readonly accuracyMetres: number };
}

const degreeMetres = 111_000;
const minute = 60_000;

/**
 * Phones as they are: some tell no place; a browser's is in the other system of coordinates (some 600 metres); under the ground it is hundreds of
 * metres off and says so; three in a thousand are kilometres off, and half of those do not say so; it is up to a minute old; two clocks in a hundred
 * are off by up to four minutes; one scan in eight is delivered late.
 */
export function sentBy(seed: string, scan: MadeScan, tellsPlace: number): SentScan {
  const phone = diceOf(seed, 'phone', scan.rider);
  const tells = phone.happens(tellsPlace);
  const isBrowser = phone.happens(0.25);
  const clockOffMs = phone.happens(0.02) ? Math.max(-4, Math.min(4, phone.around(0, 1.5))) * minute : 0;
  const dice = diceOf(seed, 'sent', scan.id);
  const scannedAt = Math.round(scan.scannedAt + clockOffMs);
  const receivedAt = scannedAt + (dice.happens(0.12) ? 4 * minute + dice.below(50 * minute) : 800);
  if (!tells) return { scannedAt, receivedAt };
  const { metres, said } = errorOf(scan, dice);
  const angle = dice.next() * 2 * Math.PI;
  const shift = isBrowser ? { lat: 0.0025, lng: 0.0055 } : { lat: 0, lng: 0 };
  const lat = scan.at.lat + shift.lat + (metres * Math.sin(angle)) / degreeMetres;
  const lng = scan.at.lng + shift.lng + (metres * Math.cos(angle)) / (degreeMetres * 0.86);
  // As the phone rounds it before it leaves (miniprogram/src/platform/device/rough-position.ts).
  const rough = (degrees: number) => Number(degrees.toFixed(3));
  return { scannedAt, receivedAt, position: { lat: rough(lat), lng: rough(lng), accuracyMetres: said + 100 } };
}

/** How far off the place is, and how far the phone says that it may be. */
function errorOf({ mode }: MadeScan, dice: ReturnType<typeof diceOf>) {
  if (dice.happens(0.003)) {
    const metres = 2_000 + dice.below(5_000);
    return { metres, said: dice.happens(0.5) ? metres : 50 };
  }
  const [typical, said] = mode === 'metro' ? [350, 800] : [25, 40];
  // Up to a minute old, in what moves.
  return { metres: Math.abs(dice.around(0, typical)) + dice.below(300), said };
}
