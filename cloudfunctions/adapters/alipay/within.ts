import { ServiceUnavailable } from '../../ports/service-unavailable';

/** What a call answers within its time. The SDK's own limit is kept by a clock of whole seconds, which is too coarse for a queue. */
export async function within<T>(ms: number, call: Promise<T>): Promise<T> {
  const { promise, reject } = lateness();
  const timer = setTimeout(() => reject(new ServiceUnavailable('Alipay was too slow')), ms);
  try {
    return await Promise.race([call, promise]);
  } finally {
    clearTimeout(timer);
  }
}

function lateness() {
  let reject: (fault: ServiceUnavailable) => void = () => undefined;
  const promise = new Promise<never>((_resolve, fail) => {
    reject = fail;
  });
  return { promise, reject: (fault: ServiceUnavailable) => reject(fault) };
}
