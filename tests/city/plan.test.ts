import { join } from 'node:path';
import { planDay } from '@tongcheng/city/journeys/plan-day';
import { readNetwork } from '@tongcheng/city/network/read-network';
import { makePeople } from '@tongcheng/city/people/make-people';

it('try', () => {
  const network = readNetwork(join(__dirname, '../../cities/420100'));
  const people = makePeople('s', 7000);
  const t = performance.now();
  const plan = planDay({ seed: 's', day: '2026-11-20', people, network, journeys: 20000 });
  console.log(performance.now() - t, plan.journeys.length, network.lines.length, network.docks.length);
  const modes: Record<string, number> = {};
  let due = 0, forgot = 0, acts = 0, off = 0, nd = 0, rep = 0, dur=0;
  for (const j of plan.journeys) { modes[j.mode] = (modes[j.mode] ?? 0) + 1; due += j.secondScansDue; forgot += j.secondScansForgotten; acts += j.acts.length; off += j.acts.filter((a) => a.deliverAt).length; nd += j.acts.filter((a) => (a.deliverAt ?? 0) - a.at > 6*3600000).length; rep += j.acts.filter((a) => a.step==='repeat').length; dur+=j.endsAt-(j.acts[0]?.at??0) }
  console.log(modes, due, forgot, forgot/due, acts, off, nd, rep, dur/plan.journeys.length/60000, new Set(plan.journeys.map(j=>j.personIndex)).size);
  for (let i=0;i<20000;i+=2500) console.log(JSON.stringify(plan.journeys[i]));
});
