import { Gauge, type Registry } from 'prom-client';
import { lastBackup } from '../backup/last-backup';
import type { HostHealth } from '../health';

/** What `/health` and `/health/ready` answer, as gauges, asked when somebody looks. */
export function healthGauges(registry: Registry, health: HostHealth): void {
  new Gauge({
    name: 'tongcheng_ready',
    help: 'Whether each part that a host needs is within reach: store, keys, objects',
    labelNames: ['part'],
    registers: [registry],
    async collect() {
      const { store, keys, objects } = await health.ready();
      for (const [part, reached] of Object.entries({ store, keys, objects })) this.set({ part }, Number(reached));
    },
  });
  new Gauge({
    name: 'tongcheng_store_troubles',
    help: 'Troubles of the store: damaged or incomplete files, servers of a cluster that are away',
    registers: [registry],
    async collect() {
      this.set((await health.look()).troubles.length);
    },
  });
}

/** How old the backup is, for whoever watches: read when somebody looks. */
export function backupGauge(registry: Registry, dataFolder: string): void {
  new Gauge({
    name: 'tongcheng_backup_timestamp_seconds',
    help: 'When the last whole backup that was made on this machine began, in seconds since 1970; 0 where none was',
    registers: [registry],
    async collect() {
      this.set((await lastBackup(dataFolder)) / 1_000);
    },
  });
}
