import type { BreakerState } from '@tongcheng/cloudfunctions/adapters/breaker/behind-breaker';
import type { EdgeReply, EdgeRequest } from '@tongcheng/cloudfunctions/edge/request';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { breakerGauge } from './breaker-gauge';

type Answer = (request: EdgeRequest) => Promise<EdgeReply>;

/** What this host counts. Labels are names of our own and nothing that a caller sends: no person, no address, no free text. */
export interface Metrics {
  readonly registry: Registry;
  /** The same answers, counted by operation and outcome and timed. */
  readonly timed: (answer: Answer, operations: ReadonlySet<string>) => Answer;
  /** One call of the store. */
  readonly storeCall: (verb: string) => void;
  /** How the breaker around an outside service stands now. */
  readonly breaker: (service: string, state: BreakerState) => void;
  /** A timer has run through now. */
  readonly timerRan: (timer: string) => void;
}

/** Gauges that the package names as counters are named, which Prometheus' own check refuses; each is there by type without the ending too. */
const misnamed = ['handles', 'requests', 'resources'].map((what) => `tongcheng_nodejs_active_${what}_total`);

/** Counters of one host, of its process and of what it answers. */
export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'tongcheng_' });
  for (const name of misnamed) registry.removeSingleMetric(name);
  const answers = new Counter({
    name: 'tongcheng_answers_total',
    help: 'Answers by operation and outcome: ok, refused, limited, fault',
    labelNames: ['operation', 'outcome'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'tongcheng_answer_seconds',
    help: 'Time from a request at the edge to its answer',
    labelNames: ['operation'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const calls = new Counter({
    name: 'tongcheng_store_calls_total',
    help: 'Calls of the document store by verb',
    labelNames: ['verb'],
    registers: [registry],
  });
  const ran = new Gauge({
    name: 'tongcheng_timer_completed_timestamp_seconds',
    help: 'When each timer last ran through without a fault, in seconds since 1970',
    labelNames: ['timer'],
    registers: [registry],
  });
  return {
    registry,
    storeCall: (verb) => calls.inc({ verb }),
    breaker: breakerGauge(registry),
    timerRan: (timer) => ran.setToCurrentTime({ timer }),
    timed: (answer, operations) => async (request) => {
      const from = performance.now();
      const reply = await answer(request);
      const operation = operations.has(request.name) ? request.name : 'unknown';
      seconds.observe({ operation }, (performance.now() - from) / 1_000);
      answers.inc({ operation, outcome: outcomeOf(reply.status) });
      return reply;
    },
  };
}

function outcomeOf(status: number): 'ok' | 'refused' | 'limited' | 'fault' {
  if (status < 400) return 'ok';
  if (status === 429) return 'limited';
  return status < 500 ? 'refused' : 'fault';
}
