import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Everything `/metrics` shows. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics, prefix: 'kaosai_' });

const seconds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export const httpSeconds = new Histogram({ name: 'kaosai_http_request_seconds', help: 'Time to answer a request', labelNames: ['method', 'route', 'status'], buckets: seconds, registers: [metrics] });
export const saveGroupSize = new Histogram({ name: 'kaosai_save_group_size', help: 'Saves committed together', buckets: [1, 2, 5, 10, 20, 50, 100, 200], registers: [metrics] });
export const saveOutcomes = new Counter({ name: 'kaosai_save_outcomes_total', help: 'Saves by outcome', labelNames: ['outcome'], registers: [metrics] });
export const outboxSeconds = new Histogram({ name: 'kaosai_outbox_lag_seconds', help: 'From the act to its consumer', buckets: seconds, registers: [metrics] });
export const deadLetters = new Gauge({ name: 'kaosai_dead_letters', help: 'Unresolved dead letters', registers: [metrics] });
export const socketConnections = new Gauge({ name: 'kaosai_socket_connections', help: 'Open sockets', registers: [metrics] });
