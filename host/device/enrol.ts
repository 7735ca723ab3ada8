import { deviceEnrolText } from '@tongcheng/shared/devices/sign-in-text';
import type { GateServer } from './gate-server';
import { type KeptState, keepState, keptStateIn } from './store/kept-state';
import type { DeviceKey } from './store/key-pair';

/** What a first start is told. */
export interface EnrolmentAsked {
  readonly folder: string;
  readonly serverUrl: string | undefined;
  readonly code: string | undefined;
  readonly softwareVersion: string;
}

/**
 * What the folder remembers; at the first start the device enrols its key by the one-time code before. Throws a sentence in both languages where
 * that does not go.
 */
export async function enrolled(
  { folder, serverUrl, code, softwareVersion }: EnrolmentAsked,
  key: DeviceKey,
  serverAt: (url: string) => Pick<GateServer, 'enrol'>,
): Promise<KeptState> {
  const kept = keptStateIn(folder);
  if (kept) return renewed(folder, kept, serverUrl);
  if (serverUrl === undefined || code === undefined)
    throw new Error(
      '首次启动需要 --server 和 --code（登记码由管理员在控制台生成）。 The first start needs --server and --code; an administrator makes the code in the console.',
    );
  const proof = key.sign(deviceEnrolText(code, key.publicKey));
  const answer = await serverAt(serverUrl).enrol({ code, publicKey: key.publicKey, softwareVersion, proof });
  if (!answer.ok) throw new Error(`登记没有成功。 The enrolment failed: ${answer.code}`);
  const { deviceId, name } = answer.value;
  const state = { server: serverUrl, deviceId, name, alarm: false };
  keepState(folder, state);
  return state;
}

/** An installation may move to another address. */
function renewed(folder: string, kept: KeptState, serverUrl: string | undefined): KeptState {
  if (serverUrl === undefined || serverUrl === kept.server) return kept;
  const moved = { ...kept, server: serverUrl };
  keepState(folder, moved);
  return moved;
}
