import type { GateGround } from '@tongcheng/shared/gates/gate-decision';
import { gatePrompts, gateSignals } from '@tongcheng/shared/gates/gate-prompts';
import type { Decision } from '@tongcheng/shared/rides/meanings';
import type { Text } from '@tongcheng/shared/text';
import { hourMs, minuteMs } from '@tongcheng/shared/time';
import type { RestingScreen } from './screen-message';

const tapHere: Text = { zh: '请刷卡', en: 'Please tap your card' };

/** What the screen shows while nobody taps: an alarm, an exit or a gate that cannot check say so before somebody tries. */
export function restingScreen(decision: Decision, ground: GateGround): RestingScreen {
  switch (ground) {
    case 'card-not-linked':
    case 'no-rule':
    case 'tapped-too-fast':
      return { shown: tapHere };
    default:
      return { signal: gateSignals[decision], ...gatePrompts[ground] };
  }
}

/** What a gate's state line tells. */
export interface StateLine {
  readonly set?: { readonly version: number; readonly ageMs: number };
  readonly waiting: number;
  /** Code of what keeps the server away; undefined when it answered. */
  readonly fault?: string;
  readonly isRevoked: boolean;
  /** Taps of the last minutes that could not be kept. */
  readonly isFull: boolean;
}

/** Set, queue and network in a line. */
export function stateLine({ set, waiting, fault, isRevoked, isFull }: StateLine): Text {
  const age = set ? ageText(set.ageMs) : undefined;
  const parts: readonly Text[] = [
    set && age
      ? { zh: `卡片集第 ${set.version} 版，${age.zh}`, en: `set ${set.version}, ${age.en}` }
      : { zh: '没有卡片集', en: 'no set' },
    { zh: `待传 ${waiting} 笔`, en: `${waiting} to deliver` },
    networkText(fault, isRevoked),
    ...(isFull ? [{ zh: '无法记录刷卡', en: 'taps cannot be kept' }] : []),
  ];
  return { zh: parts.map(({ zh }) => zh).join(' · '), en: parts.map(({ en }) => en).join(' · ') };
}

function networkText(fault: string | undefined, isRevoked: boolean): Text {
  if (isRevoked) return { zh: '本机已停用', en: 'this gate is revoked' };
  if (fault === undefined) return { zh: '网络正常', en: 'online' };
  return fault === 'no-network' || fault === 'no-answer'
    ? { zh: '没有网络', en: 'no network' }
    : { zh: `服务回应 ${fault}`, en: `the server says ${fault}` };
}

function ageText(ms: number): Text {
  if (ms < minuteMs) return { zh: '刚刚', en: 'just now' };
  if (ms < 2 * hourMs) {
    const minutes = Math.floor(ms / minuteMs);
    return { zh: `${minutes} 分钟前`, en: `${minutes} min old` };
  }
  const hours = Math.floor(ms / hourMs);
  return { zh: `${hours} 小时前`, en: `${hours} h old` };
}
