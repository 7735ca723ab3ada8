import * as api from '@tongcheng/shared/venues/api';
import { addOperator } from '../app/venues/add-operator';
import { findPlaces } from '../app/venues/find-places';
import { getCity } from '../app/venues/get-city';
import { importVenues } from '../app/venues/import-venues';
import { lineBook } from '../app/venues/line-book';
import { listCities } from '../app/venues/list-cities';
import { listOperators } from '../app/venues/list-operators';
import { listVenues } from '../app/venues/list-venues';
import { lookAtCode } from '../app/venues/look-at-code';
import { previewImport } from '../app/venues/preview-import';
import { printStickers } from '../app/venues/print-stickers';
import { replaceCode } from '../app/venues/replace-code';
import { revokeCode } from '../app/venues/revoke-code';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';
import { fontFiles, objects } from '../wiring/targets/current';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({ objects, fontFiles });
type Needs = NeedsOf<typeof container>;

/** 乘车点、乘车码、贴纸 venues, ride codes, stickers. */
export const routes: readonly Route<Needs>[] = [
  route(api.getCity, getCity),
  route(api.listCities, listCities),
  route(api.lookAtCode, lookAtCode),
  route(api.lineBook, lineBook),
  route(api.listVenues, listVenues),
  route(api.findPlaces, findPlaces),
  route(api.addOperator, addOperator),
  route(api.listOperators, listOperators),
  route(api.previewImport, previewImport),
  route(api.importVenues, importVenues),
  route(api.replaceCode, replaceCode),
  route(api.revokeCode, revokeCode),
  route(api.printStickers, printStickers),
];

export const main = serve(container, routes);
