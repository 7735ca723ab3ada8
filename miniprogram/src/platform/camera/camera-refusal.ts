import { hasFields } from '../../client/records';

/** Alipay's numbers for a camera that was not allowed. */
const refusalCodes = [1001, 1004];

/** Whether a camera's account of why it will not open says that it was not allowed: Alipay by number, WeChat in words. */
export const saysRefused = (reason: unknown): boolean =>
  (hasFields(reason, 'errorCode') && refusalCodes.includes(Number(reason.errorCode))) ||
  (hasFields(reason, 'errMsg') && /auth|permission|den(y|ied)/i.test(String(reason.errMsg)));

/** Whether a platform's settings hold a no to the camera. WeChat names it `scope.camera`, Alipay `camera`; never asked is no refusal. */
export function settingsRefuse(settings: unknown): boolean {
  const scopes = hasFields(settings, 'authSetting') ? settings.authSetting : undefined;
  return (
    (hasFields(scopes, 'scope.camera') && scopes['scope.camera'] === false) ||
    (hasFields(scopes, 'camera') && scopes.camera === false)
  );
}
