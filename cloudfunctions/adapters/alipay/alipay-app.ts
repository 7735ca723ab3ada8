/** One mini-program as Alipay knows it, and where Alipay's gateway is reached. */
export interface AlipayApp {
  /** `https://openapi.alipay.com/gateway.do`, or a stand-in. */
  readonly gateway: string;
  readonly appId: string;
  /** The app's own key, PKCS#8 as PEM: signs what is asked. */
  readonly privateKey: string;
  /** Alipay's key, as its console shows it: proves what is answered. */
  readonly alipayPublicKey: string;
  /** The whole call, answer read included. */
  readonly timeoutMs?: number;
}
