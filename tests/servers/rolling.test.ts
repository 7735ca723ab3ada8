import { testWith } from './programs';
import { rollWhileRiding } from './rolling';

testWith('nginx', 'caddy')(
  'both hosts are restarted in turn behind nginx and Caddy: every scan of every rider is answered, and stored once',
  async () => {
    const { met, restarts, stored } = await rollWhileRiding(100);
    expect(restarts).toBeGreaterThanOrEqual(2);
    expect(met.map(({ byStatus }) => byStatus)).toEqual(met.map(({ sent }) => ({ 200: sent })));
    expect(stored).toBe(met.reduce((sum, { sent }) => sum + sent, 0));
  },
  240_000,
);
