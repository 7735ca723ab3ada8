/** What every way in is brought to: one operation called by somebody. */
export interface EdgeRequest {
  /** Endpoint name, from `POST /api/<name>`. */
  readonly name: string;
  readonly bearer?: string;
  readonly body: string;
  readonly bodyBytes: number;
  readonly address: string;
}

/** What goes back: always JSON, never cached. */
export interface EdgeReply {
  readonly status: number;
  readonly body: string;
  readonly retryAfterSeconds?: number;
}
