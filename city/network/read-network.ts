import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CsvRow, readCsv } from '@tongcheng/shared/csv';
import { RideSettings } from '@tongcheng/shared/venues/city-settings';
import { readVenueRow } from '@tongcheng/shared/venues/venue-file';
import * as z from 'zod';
import { buildLines } from './build-lines';
import type { Dock, Line, Network, Venue } from './network';

const Settings = z.object({ city: z.string(), rides: z.object({ closedHours: RideSettings.shape.closedHours }) });

/** Reads a city's folder (`cities/420100`): settings, lines, stops and venues. Throws when a file is no table. */
export const readNetwork = (folder: string): Network => {
  const { city, rides } = Settings.parse(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')));
  const venues = readVenues(city, join(folder, 'venues'));
  const real = venues.filter((venue) => !venue.demonstration);
  const lines = buildLines(
    {
      lines: table(folder, 'lines.csv'),
      stops: table(folder, 'stops.csv'),
      lineStops: table(folder, 'line-stops.csv'),
    },
    real,
    city,
  );
  return {
    city,
    venues,
    lines,
    docks: lines.filter((line) => line.mode === 'ferry').flatMap((line) => docksOf(line, real, city)),
    taxis: real.filter((venue) => venue.mode === 'taxi'),
    closedHours: rides.closedHours,
  };
};

function readVenues(city: string, folder: string): readonly Venue[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  return files.sort().flatMap((file) =>
    table(folder, file).flatMap((cells, at) => {
      const read = readVenueRow({ row: at + 2, cells });
      if (!read.ok) return [];
      const { id, ...facts } = read.facts;
      return [{ venueId: `${city}-${id}`, ...facts }];
    }),
  );
}

function table(folder: string, file: string): readonly CsvRow['cells'][] {
  const read = readCsv(readFileSync(join(folder, file), 'utf8'));
  if (!read) throw new Error(`${file} is no table`);
  return read.rows.map(({ cells }) => cells);
}

function docksOf(line: Line, venues: readonly Venue[], city: string): readonly Dock[] {
  return line.stops.map(({ stopId }) => ({
    line,
    stopId,
    windows: venues.filter(({ venueId, kind }) => kind === 'dock-window' && venueId === `${city}-${stopId}-window`),
    gates: venues.filter(({ venueId, kind }) => kind === 'dock-gate' && venueId === `${city}-${stopId}-gate`),
  }));
}
