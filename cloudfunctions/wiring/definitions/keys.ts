import * as z from 'zod';
import { keyFileService } from '../../adapters/key-file/key-file';
import { openKeyFile } from '../../adapters/key-file/open-key-file';
import { isOnlyAway, type KmsPlace, kmsRoot, newKmsRoot } from '../../adapters/tencent/kms-root';
import type { Clock } from '../../ports/clock';
import type { KeyService } from '../../ports/key-service';
import { adapterOption } from '../adapter-option';
import { definePort } from '../port-definition';
import { tencentAccount, tencentSettings } from './tencent-account';

interface KeyNeeds {
  /** Nothing is sealed yet, so a new master key may be made. */
  readonly mayCreate: boolean;
  readonly clock: Clock;
}

/** The master key's service. */
export const keys = definePort<KeyNeeds, KeyService>({ chosenBy: 'TONGCHENG_KEYS' });

/** The master key in a file of this machine. */
export const keyFile = () =>
  adapterOption(
    z.object({
      /** File of the master key, outside the data folder. */
      TONGCHENG_KEY_FILE: z.string().min(1),
    }),
    async ({ TONGCHENG_KEY_FILE }, { mayCreate }: KeyNeeds): Promise<KeyService> =>
      keyFileService(await openKeyFile(TONGCHENG_KEY_FILE, mayCreate)),
  );

const kmsSettings = () =>
  z.object({
    ...tencentSettings,
    /** KMS 主密钥 ID，主密钥不出 KMS。 Id of the master key in the key service; the key never leaves it. */
    TONGCHENG_KMS_KEY_ID: z.string().min(1),
    /**
     * 密钥服务封好的根密钥：第一次运行时显示，填入后妥善保存，没有它什么都打不开；不是秘密，只有密钥服务能解开。
     * The root as the key service wrapped it: shown by the first run; keep it safe, without it nothing opens. No secret: only the service opens it.
     */
    TONGCHENG_KMS_ROOT: z.base64().min(40).optional(),
  });

/** A root under a master key of Tencent KMS: keys are wrapped and derived from it in memory, within the bounds of {@link kmsRoot}. */
export const tencentKms = () =>
  adapterOption(kmsSettings(), async (given, { mayCreate, clock }: KeyNeeds): Promise<KeyService> => {
    const place = { account: tencentAccount(given, clock), region: given.TONGCHENG_TENCENT_REGION, clock };
    const wrapped = given.TONGCHENG_KMS_ROOT;
    if (wrapped === undefined) throw new Error(await withoutRoot(place, given.TONGCHENG_KMS_KEY_ID, mayCreate));
    const root = kmsRoot(place, wrapped);
    await root().catch((cause: unknown) => Promise.reject(new Error(notOpened(cause))));
    const service = async () => keyFileService(await root());
    return {
      wrap: async (key, context) => (await service()).wrap(key, context),
      unwrap: async (sealed, context) => (await service()).unwrap(sealed, context),
      derive: async (purpose) => (await service()).derive(purpose),
    };
  });

/** Nothing is sealed under a root that nobody has written down: it is shown first, and used from the next start on. */
async function withoutRoot(place: KmsPlace, masterKeyId: string, mayCreate: boolean): Promise<string> {
  if (!mayCreate)
    return '已有数据，但没有设置 TONGCHENG_KMS_ROOT。请把原来的值放回，不要新建。 There is data but TONGCHENG_KMS_ROOT is not set; bring the original back, do not make a new one.';
  const root = await newKmsRoot(place, masterKeyId).catch((cause: unknown) =>
    Promise.reject(new Error(notOpened(cause))),
  );
  return `首次启动：请把下面这一行加入配置并妥善保存，再次启动。 First start: add this line to the configuration, keep it safe, and start again:\nTONGCHENG_KMS_ROOT=${root}`;
}

const notOpened = (cause: unknown): string => {
  const said = cause instanceof Error ? cause.message : 'no reason';
  return isOnlyAway(cause)
    ? `密钥服务没有回应，无法启动。 The key service is not answering; the start cannot go on. (${said})`
    : `密钥服务拒绝了，无法启动。请检查主密钥、权限和 TONGCHENG_KMS_ROOT。 The key service refused; check the master key, the permissions and TONGCHENG_KMS_ROOT. (${said})`;
};
