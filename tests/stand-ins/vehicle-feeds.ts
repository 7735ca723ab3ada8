import { strToU8, zipSync } from 'fflate';
import { listening } from './listening';

/** What a feed does at a path: gives bytes, or fails in one of the ways that a service may. */
type Answer = Uint8Array | 'silent' | 'unavailable' | 'elsewhere' | 'endless';

/** A server of timetables and positions over real HTTP; what nobody put there is not found. */
export async function vehicleFeeds() {
  const answers = new Map<string, Answer>();
  const server = await listening(async (request, reply) => {
    const answer = answers.get(request.url ?? '');
    if (answer === undefined) return reply.writeHead(404).end();
    if (answer === 'silent') return undefined;
    if (answer === 'unavailable') return reply.writeHead(503).end('away');
    if (answer === 'elsewhere') return reply.writeHead(302, { location: '/420100/timetable.zip?' }).end();
    if (answer !== 'endless') return reply.writeHead(200).end(answer);
    const piece = Buffer.alloc(64 * 1024);
    const more = () => {
      while (!reply.destroyed && reply.write(piece));
    };
    reply.on('drain', more);
    more();
    return reply;
  });
  return { ...server, answers };
}

/** A timetable of one bus: out at 8:00 on weekdays, and by night from 23:50 to 25:10. */
export const timetableTables: Readonly<Record<string, string>> = {
  'agency.txt': 'agency_id,agency_name,agency_url,agency_timezone\n1,公交,https://bus.example,Asia/Shanghai\n',
  'calendar.txt':
    'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nwork,1,1,1,1,1,0,0,20220101,20221231\n',
  'calendar_dates.txt': 'service_id,date,exception_type\nwork,20220603,2\nwork,20220604,1\n',
  'trips.txt':
    'route_id,service_id,trip_id,block_id\n1,work,out-1,bus-1\n1,work,night,bus-1\n1,work,other,bus-2\n1,work,nobody,\n',
  'stop_times.txt': [
    'trip_id,arrival_time,departure_time,stop_id,stop_sequence',
    'out-1,08:10:00,08:10:30,"b",2',
    'out-1,8:00:00,08:00:30,a,1',
    'out-1,,,between,3',
    'out-1,08:20:00,08:20:00,c,4',
    'night,23:50:00,23:50:00,a,1',
    'night,25:10:00,25:10:00,c,2',
    'other,08:05:00,08:05:00,x,1',
    'other,08:15:00,08:15:00,y,2',
    '',
  ].join('\r\n'),
};

/** The tables as an archive. */
export const timetableArchive = (tables: Readonly<Record<string, string>> = timetableTables): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(tables).map(([name, text]) => [name, strToU8(text)])));
