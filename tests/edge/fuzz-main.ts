import { openTown } from '../world/town';
import { fuzz } from './fuzz';

/** Bodies at once, so that memory stays small however many are asked for. */
const round = 1_000;

const main = async () => {
  const [count = 10_000, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
  console.info(`fuzz ${count} bodies an endpoint, seed ${seed}`);
  let inputs = 0;
  const complaints: string[] = [];
  for (let done = 0; done < count; done += round) {
    const town = await openTown();
    const found = await fuzz(town, Math.min(round, count - done), seed + done);
    await town.close();
    inputs += found.inputs;
    complaints.push(...found.complaints);
  }
  for (const complaint of complaints.slice(0, 50)) console.error(complaint);
  console.info(`${inputs} bodies, ${complaints.length} complaints`);
  process.exitCode = complaints.length === 0 && inputs > 0 ? 0 : 1;
};

main();
